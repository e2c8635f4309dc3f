import { describe, expect, test } from 'vitest';
import { seeded } from '@/scripts/seeded';
import { findSensitive, mask } from '@/utils/privacy/find-sensitive';
import type { SensitiveKind } from '@/utils/privacy/finding';
import {
  accountNumber,
  ENTERPRISE_NOTATIONS,
  enterpriseNumber,
  IBAN_NOTATIONS,
  NATIONAL_NOTATIONS,
  nationalNumber,
  randomDigits,
  type Written,
  written,
} from '../support/sensitive-numbers';

const NATIONAL: readonly SensitiveKind[] = ['national-number', 'bis-number'];
const SEED = 20_261_126;

const corpus = (random = seeded(SEED)) => ({
  national: [...written(random, { count: 4_000, make: nationalNumber, notations: NATIONAL_NOTATIONS })],
  enterprise: [...written(random, { count: 3_000, make: enterpriseNumber, notations: ENTERPRISE_NOTATIONS })],
  iban: [...written(random, { count: 3_000, make: accountNumber, notations: IBAN_NOTATIONS })],
});
const KINDS = { national: NATIONAL, enterprise: ['enterprise-number'], iban: ['iban'] } as const;

/** In the middle of a sentence, as people write it. */
const sentence = (number: string): string => `Ik belde eerst ${number}, en toen was het klaar.`;

function isFoundWhole(number: string, kinds: readonly SensitiveKind[]): boolean {
  const text = sentence(number);
  return findSensitive(text).some(
    ({ kind, start, end }) => kinds.includes(kind) && text.slice(start, end) === number,
  );
}

function share(of: readonly Written[], kinds: readonly SensitiveKind[]): number {
  return of.filter(({ text }) => isFoundWhole(text, kinds)).length / of.length;
}

const percent = (part: number): string => `${(100 * part).toFixed(3)} %`;

describe('ten thousand numbers in all notations', () => {
  test.each(['national', 'enterprise', 'iban'] as const)('%s: what is one is found, whole', (name) => {
    const rows = corpus()[name];
    const recall = share(
      rows.filter(({ valid }) => valid),
      KINDS[name],
    );
    console.info(`${name}: recall ${percent(recall)} of ${rows.length / 2}`);
    expect(recall).toBeGreaterThanOrEqual(0.999);
  });

  test('what is none because a digit is wrong is hardly ever taken for one', () => {
    for (const [name, rows] of Object.entries(corpus())) {
      const alarms = share(
        rows.filter(({ valid }) => !valid),
        KINDS[name as keyof typeof KINDS],
      );
      console.info(`${name}: ${percent(alarms)} of the spoilt ones`);
      expect(alarms, name).toBeLessThan(0.02); // before 2000 or after: two check numbers fit
    }
  });

  test('masked, nothing of a number is left and nothing is found there', () => {
    for (const { text: number } of Object.values(corpus())
      .flat()
      .filter(({ valid }) => valid)) {
      const text = sentence(number);
      const masked = findSensitive(text).reduceRight((rest, one) => mask(rest, one, '[nummer]'), text);
      expect(findSensitive(masked)).toEqual([]);
      expect(masked.normalize('NFKC')).not.toMatch(/\d/);
    }
  });
});

describe('digits by chance', () => {
  const SAMPLES = 100_000;
  const alarms = (make: (random: ReturnType<typeof seeded>) => string, kinds: readonly SensitiveKind[]) => {
    const random = seeded(SEED);
    let count = 0;
    for (let index = 0; index < SAMPLES; index += 1) {
      if (findSensitive(make(random)).some(({ kind }) => kinds.includes(kind))) count += 1;
    }
    return count / SAMPLES;
  };
  const BELGIAN: readonly SensitiveKind[] = [...NATIONAL, 'enterprise-number'];

  test.each([8, 9, 10, 11, 12, 16])('%i of them are hardly ever a Belgian number', (count) => {
    const rate = alarms((random) => randomDigits(random, count), BELGIAN);
    console.info(`${count} random digits: ${percent(rate)} Belgian numbers`);
    expect(rate).toBeLessThanOrEqual(0.003);
  });

  test('ten of them that begin with 0 or 1 are an enterprise number where its check digits and its range fit', () => {
    const rate = alarms((random) => (random() < 0.5 ? '0' : '1') + randomDigits(random, 9), BELGIAN);
    console.info(
      `10 random digits that begin with 0 or 1: ${percent(rate)}; check digits alone would be 1.031 %`,
    );
    expect(rate).toBeLessThanOrEqual(0.0065);
  });

  test('eleven of them that are parted like a national number', () => {
    const official = NATIONAL_NOTATIONS.official ?? String;
    const rate = alarms((random) => official(randomDigits(random, 11)), BELGIAN);
    console.info(`11 random digits in the official form: ${percent(rate)}`);
    expect(rate).toBeLessThanOrEqual(0.003);
  });
});
