import { expect, test } from 'vitest';
import { findSensitive } from '@/utils/privacy/find-sensitive';
import { type Prose, realProse } from '../support/prose';

const WISHES = { dossierPatterns: ['DOS-####-####', '@@/####/*', 'ZAAK-####-#######'] };
const PER = 10_000;

const countWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0), 0);

/** An address that really stands in a text is no false alarm: those are counted apart. */
function alarmsIn({ texts }: Prose) {
  const found = texts.flatMap((text) =>
    findSensitive(text, WISHES).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) })),
  );
  return {
    alarms: found.filter(({ kind }) => kind !== 'e-mail'),
    addresses: found.filter(({ kind }) => kind === 'e-mail'),
  };
}

test.each(['nl', 'fr', 'de', 'en'])(
  'at most one false alarm in ten thousand words of real prose: %s',
  (language) => {
    const prose = realProse().filter((one) => one.language === language);
    const seen = prose.map((one) => ({ ...one, ...alarmsIn(one), words: countWords(one.texts) }));
    for (const { source, words, alarms, addresses } of seen) {
      console.info(
        `${language}, ${source}: ${words} words, ${alarms.length} alarms, ${addresses.length} e-mail addresses`,
      );
    }
    const words = seen.reduce((sum, one) => sum + one.words, 0);
    const alarms = seen.flatMap((one) => one.alarms);
    console.info(`${language}: ${((alarms.length / words) * PER).toFixed(3)} alarms in ${PER} words`, alarms);
    expect(words).toBeGreaterThan(1_000);
    expect((alarms.length / words) * PER).toBeLessThanOrEqual(1);
  },
);

test('what is taken for an e-mail address in prose is one', () => {
  const texts = realProse().flatMap(({ texts: all }) => all);
  for (const text of texts) {
    for (const { kind, start, end } of findSensitive(text)) {
      if (kind === 'e-mail') expect(text.slice(start, end)).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/);
    }
  }
});
