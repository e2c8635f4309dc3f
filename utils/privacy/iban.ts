import { remainder } from './check-digits';
import { isDigit, isWordSign } from './digit-groups';
import type { Folded } from './fold';
import { type Found, found } from './found';

/** How long an account number of each country is, letters of the country included (the SWIFT registry). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'NO15 BE16',
    'DK18 FI18 FK18 FO18 GL18 NL18 SD18',
    'MK19 SI19',
    'AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20',
    'CH21 HR21 LI21 LV21',
    'BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22',
    'AE23 GI23 IL23 IQ23 OM23 SO23 TL23',
    'AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24',
    'LY25 PT25 ST25',
    'IS26 TR26',
    'BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27',
    'AL28 AZ28 BY28 CY28 DO28 GT28 HN28 HU28 LB28 NI28 PL28 SV28',
    'BR29 EG29 PS29 QA29 UA29',
    'JO30 KW30 MU30 YE30',
    'MT31 SC31',
    'LC32',
    'RU33',
  ].flatMap((line) => line.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))])),
);

/** Account numbers: country, length and check digits fit; parted by single spaces, points or hyphens, or not at all. */
export function* ibans({ text }: Folded): Generator<Found> {
  for (let start = 0; start < text.length - 4; start += 1) {
    const length = isDigit(text[start - 1]) ? undefined : LENGTHS[text.slice(start, start + 2)];
    if (length === undefined) continue;
    const whole = collect(text, start, length);
    if (whole !== null && isAccount(whole.signs)) yield found('iban', start, whole.end);
  }
}

/** Whether the check digits of an account number fit. */
export function isAccount(signs: string): boolean {
  if (!isDigit(signs[2]) || !isDigit(signs[3])) return false;
  const turned = signs.slice(4) + signs.slice(0, 4);
  const digits = [...turned].map((sign) => (isDigit(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('');
  return remainder(digits, 97) === 1;
}

function collect(
  text: string,
  start: number,
  length: number,
): { readonly signs: string; readonly end: number } | null {
  let signs = '';
  let end = start;
  while (signs.length < length) {
    const sign = text[end] ?? '';
    const isPart = isDigit(sign) || (sign >= 'A' && sign <= 'Z');
    const isGap = ' .-\n/_'.includes(sign) && sign !== '' && isWordSign(text[end + 1]) && signs.length >= 2;
    if (!isPart && !isGap) return null;
    if (isPart) signs += sign;
    end += 1;
    if (signs.length === 4 && !(isDigit(signs[2]) && isDigit(signs[3]))) return null;
  }
  return isWordSign(text[end]) ? null : { signs, end };
}
