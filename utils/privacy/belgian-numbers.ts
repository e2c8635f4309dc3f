import { isDayOf, remainder } from './check-digits';
import { type DigitGroup, isPartedAt, runAt } from './digit-groups';
import type { Folded } from './fold';
import { type Found, found } from './found';
import { hasWordNear } from './words-near';

const NATIONAL_LENGTH = 11;
/** 93.05.18-223.61: year, month, day, serial, check digits. */
const NATIONAL_PLACES = [2, 4, 6, 9];
const UNKNOWN_SEX = 20;
const KNOWN_SEX = 40;

/** Belgian national numbers and bis numbers, however they are parted. */
export function* nationalNumbers(groups: readonly DigitGroup[]): Generator<Found> {
  for (const index of groups.keys()) {
    const run = runAt(groups, index, NATIONAL_LENGTH);
    if (run === null || !isPartedAt(run, NATIONAL_PLACES)) continue;
    const kind = nationalKind(run.digits);
    if (kind !== null) yield found(kind, run.first.start, run.last.end);
  }
}

/** What eleven digits are: date, serial and check digits have to fit; null for anything else. */
export function nationalKind(digits: string): 'national-number' | 'bis-number' | null {
  const [month, day, serial] = [digits.slice(2, 4), digits.slice(4, 6), digits.slice(6, 9)].map(Number);
  if (month === undefined || day === undefined || serial === undefined) return null;
  if (serial === 0 || serial === 999) return null;
  const check = Number(digits.slice(9));
  const base = digits.slice(0, 9);
  const fits = [base, `2${base}`].some((number) => 97 - remainder(number, 97) === check);
  if (!fits) return null;
  if (isDate(month, day)) return 'national-number';
  return isDate(month - UNKNOWN_SEX, day) || isDate(month - KNOWN_SEX, day) ? 'bis-number' : null;
}

/** Month and day may be unknown, which is written as 00. */
function isDate(month: number, day: number): boolean {
  if (month === 0) return day <= 31;
  return month >= 1 && isDayOf(month, day);
}

const ENTERPRISE_LENGTH = 10;
/** Numbers that were given out so far begin like this, and for some years to come. */
const GIVEN_OUT = /^(0[2-9]|1[0-2])/;
const ENTERPRISE_WORDS =
  /^(ONDERNEMINGSN(UMME)?R|ONDERNEMINGSNUMMERS|ENTREPRISE|UNTERNEHMENSNUMMER|KBO|BCE|ZDU|CBE|BTW|TVA|VAT|MWST|UST|RPR|RPM)$/;

/**
 * Belgian enterprise numbers. Written like one, behind BE or near a word for it the check digits are enough; ten digits
 * in one piece, or parted otherwise, must also be a number that can have been given out.
 */
export function* enterpriseNumbers({ text }: Folded, groups: readonly DigitGroup[]): Generator<Found> {
  for (const index of groups.keys()) {
    const run = runAt(groups, index, ENTERPRISE_LENGTH);
    if (run === null || !isEnterprise(run.digits)) continue;
    const { start } = run.first;
    const { end } = run.last;
    const country = countryBefore(text, start);
    const isWritten = run.lengths.join('-') === '4-3-3' || country !== null;
    const isSaid = isWritten || hasWordNear(text, start, end, ENTERPRISE_WORDS);
    const isWhole = isPartedAt(run, [4, 7]) && GIVEN_OUT.test(run.digits);
    if (isSaid || isWhole) yield found('enterprise-number', country ?? start, end);
  }
}

/** Whether ten digits begin with 0 or 1 and end with the check digits of the others. */
export function isEnterprise(digits: string): boolean {
  if (digits[0] !== '0' && digits[0] !== '1') return false;
  return 97 - remainder(digits.slice(0, 8), 97) === Number(digits.slice(8));
}

/** Where "BE" begins, right before a number; null where there is none. */
function countryBefore(text: string, start: number): number | null {
  let end = start;
  while (end > 0 && ' .-'.includes(text[end - 1] ?? '')) end -= 1;
  const isCountry =
    start - end <= 2 && text.slice(end - 2, end) === 'BE' && !/\p{L}/u.test(text[end - 3] ?? '');
  return isCountry ? end - 2 : null;
}
