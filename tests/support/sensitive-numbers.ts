import { between, pick } from '@/scripts/seeded';
import type { Random } from '@/utils/kernel/random';

/** One number as somebody may have written it, and whether it is one: its date, serial and check digits fit. */
export interface Written {
  readonly text: string;
  readonly valid: boolean;
}

type Notation = (digits: string) => string;

const two = (value: number): string => String(value).padStart(2, '0');
const part = (digits: string, lengths: readonly number[], signs: readonly string[]): string => {
  let at = 0;
  return lengths
    .map((length, index) => {
      at += length;
      return digits.slice(at - length, at) + (index < lengths.length - 1 ? (signs[index] ?? signs[0]) : '');
    })
    .join('');
};
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

export const NATIONAL_NOTATIONS: Readonly<Record<string, Notation>> = {
  bare: (digits) => digits,
  official: (digits) => part(digits, [2, 2, 2, 3, 2], ['.', '.', '-', '.']),
  'old form': (digits) => part(digits, [6, 3, 2], [' ']),
  spaces: (digits) => part(digits, [2, 2, 2, 3, 2], [' ']),
  dots: (digits) => part(digits, [2, 2, 2, 3, 2], ['.']),
  slashes: (digits) => part(digits, [2, 2, 2, 3, 2], ['/']),
  dashes: (digits) => part(digits, [6, 3, 2], ['-']),
  'date and rest': (digits) => part(digits, [6, 5], ['-']),
  'spaces that do not break': (digits) => part(digits, [2, 2, 2, 3, 2], ['\u00a0', '\u00a0', '\u202f']),
  'hyphens that do not break': (digits) => part(digits, [2, 2, 2, 3, 2], ['.', '.', '\u2011', '.']),
  'a dash with spaces': (digits) => part(digits, [6, 3, 2], [' \u2013 ', '.']),
  'full width': (digits) => fullWidth(part(digits, [2, 2, 2, 3, 2], ['.', '.', '-', '.'])),
  'zero width between': (digits) => part(digits, [2, 2, 2, 3, 2], ['\u200b.', '.\u200b', '-', '\u00ad.']),
};

export const ENTERPRISE_NOTATIONS: Readonly<Record<string, Notation>> = {
  bare: (digits) => digits,
  official: (digits) => part(digits, [4, 3, 3], ['.']),
  spaces: (digits) => part(digits, [4, 3, 3], [' ']),
  'with BE': (digits) => `BE ${part(digits, [4, 3, 3], ['.'])}`,
  'as a VAT number': (digits) => `BE${digits}`,
  'in small letters': (digits) => `be ${part(digits, [4, 3, 3], ['\u00a0'])}`,
  'full width': (digits) => fullWidth(part(digits, [4, 3, 3], ['.'])),
};

export const IBAN_NOTATIONS: Readonly<Record<string, Notation>> = {
  bare: (signs) => signs,
  'groups of four': (signs) => signs.replace(/(.{4})(?=.)/g, '$1 '),
  dashes: (signs) => signs.replace(/(.{4})(?=.)/g, '$1-'),
  'spaces that do not break': (signs) => signs.replace(/(.{4})(?=.)/g, '$1\u00a0'),
  'in small letters': (signs) => signs.toLowerCase(),
  'full width': fullWidth,
};

/** Eleven digits of somebody born between 1900 and 2026; of a bis number where the month says so. */
export function nationalNumber(random: Random): string {
  const year = between(random, 1900, 2026);
  const month = between(random, 1, 12) + pick(random, [0, 0, 0, 20, 40]);
  const known = random() > 0.02;
  const date = `${two(year % 100)}${two(known ? month : 0)}${two(known ? between(random, 1, 28) : 0)}`;
  const base = date + String(between(random, 1, 998)).padStart(3, '0');
  return base + two(Number(97n - (BigInt(year >= 2000 ? `2${base}` : base) % 97n)));
}

/** Ten digits such as were given out. */
export function enterpriseNumber(random: Random): string {
  const base = String(between(random, 2_000_000, 10_999_999)).padStart(8, '0');
  return base + two(Number(97n - (BigInt(base) % 97n)));
}

const ACCOUNTS: Readonly<Record<string, string>> = {
  BE: '############',
  NL: '@@@@##########',
  FR: '#######################',
  DE: '##################',
  LU: '################',
  GB: '@@@@##############',
};

/** An account number of one of the countries around. */
export function accountNumber(random: Random): string {
  const country = pick(random, Object.keys(ACCOUNTS));
  const own = (ACCOUNTS[country] ?? '').replace(/[#@]/g, (sign) =>
    sign === '#' ? String(between(random, 0, 9)) : String.fromCharCode(between(random, 65, 90)),
  );
  const turned = `${own}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return country + two(Number(98n - (BigInt(turned) % 97n))) + own;
}

/** The same with one wrong digit. */
export function spoilt(random: Random, number: string): string {
  const at = number.length - between(random, 1, 8);
  const wrong = (Number(number[at]) + between(random, 1, 9)) % 10;
  return number.slice(0, at) + String(wrong) + number.slice(at + 1);
}

/** So many digits by chance. */
export function randomDigits(random: Random, count: number): string {
  return Array.from({ length: count }, () => between(random, 0, 9)).join('');
}

/** So many numbers, every second one spoilt, in turn in each notation. */
export function* written(
  random: Random,
  {
    count,
    make,
    notations,
  }: { count: number; make: (random: Random) => string; notations: Readonly<Record<string, Notation>> },
): Generator<Written> {
  const ways = Object.values(notations);
  for (let index = 0; index < count; index += 1) {
    const way = ways[Math.floor(index / 2) % ways.length] ?? String;
    const valid = index % 2 === 0;
    const number = make(random);
    yield { text: way(valid ? number : spoilt(random, number)), valid };
  }
}
