import { describe, expect, test } from 'vitest';
import { activitySentence, batchSentence } from '@/entrypoints/background/activity-words';
import { createText } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES } from '@/utils/language/languages';
import { type PastActivity, remember } from '@/utils/prompting/history';
import type { Prompt } from '@/utils/prompting/prompt';
import { aBackground, activity, duePrompt, inPage, NOW } from '../support/background-world';
import { must } from '../support/outbox-world';

const t = createText('nl', CATALOGUES.nl);

async function wordsOf(prompt: Prompt, others: readonly Prompt[] = [], past: readonly PastActivity[] = []) {
  const { db, ask } = aBackground();
  await db.prompts.bulkAdd([prompt, ...others]);
  await db.history.bulkAdd([...past]);
  const order = must(await ask<'prompt:claim'>('prompt:claim', {}, inPage));
  if (order === null) throw new Error('no prompt');
  return order.words;
}

const other = (
  id: string,
  verb: 'publish' | 'upload',
  title: string,
  change: Partial<Prompt> = {},
): Prompt => ({
  ...duePrompt,
  id,
  activity: { ...activity, id: `${id}-activity`, verb, title },
  state: 'silent',
  reason: 'encounter',
  ...change,
});
const seen = (id: string, shownAt: number): PastActivity => ({
  ...remember({ ...activity, id, at: shownAt }, 'eligible'),
  shownAt,
});

describe('“waarom zie ik dit?”', () => {
  test('names rule, site and counters, and until when nothing is asked after it', async () => {
    const { whyText } = await wordsOf(duePrompt);
    expect(whyText).toMatch(/^Deelgenoot zag op wiki\.example dat dit lukte: “Aktenplan” bewerkt\./);
    expect(whyText).toMatch(
      /Dit is vraag 1 van hoogstens 2 in 7 dagen\. Daarna vraagt het niets vóór woensdag 25 november\.$/,
    );
  });

  test('counts what was seen before, and this one once, also when it comes back', async () => {
    const past = [seen('before', NOW - 3 * 86_400_000), seen(activity.id, NOW - 1_000)];
    expect((await wordsOf(duePrompt, [], past)).whyText).toMatch(
      /vraag 2 van hoogstens 2 in 7 dagen\. Daarna vraagt het niets vóór (zaterdag 28|maandag 30) november\.$/,
    );
  });
});

describe('a prompt for several activities', () => {
  const others = [other('a', 'publish', 'Procedure'), other('b', 'upload', 'Lijst')];
  const batch = others.map(({ id }) => id);

  test('names them all in one sentence', async () => {
    const { sentence } = await wordsOf({ ...duePrompt, batch: ['b'] }, others);
    expect(sentence).toBe('2 dingen vandaag: “Aktenplan” bewerkt, “Lijst” opgeladen. Deel je er een?');
  });

  test('leaves out what was done to each where that leaves no room for their titles', async () => {
    const { sentence } = await wordsOf({ ...duePrompt, batch }, others);
    expect(sentence).toBe('3 dingen vandaag: “Aktenplan”, “Procedure”, “Lijst”. Deel je er een?');
  });

  test('names none that was shared or put away meanwhile', async () => {
    const gone = others.map((one) => ({ ...one, state: 'dismissed' as const }));
    expect((await wordsOf({ ...duePrompt, batch }, gone)).sentence).toMatch(/^Je hebt “Aktenplan” bewerkt\./);
  });

  test.each(LANGUAGES)('fits two lines whatever the titles, in %s', (language) => {
    const words = createText(language, CATALOGUES[language]);
    const long = {
      verb: 'publish',
      title: 'Beheersregels voor archiefbestanddelen '.repeat(4),
      count: 1,
    } as const;
    for (const many of [2, 3]) {
      const sentence = batchSentence(words, Array(many).fill(long));
      expect(sentence.match(/Beheersr/g)).toHaveLength(many);
      expect(sentence.length).toBeLessThanOrEqual(75);
    }
  });
});

test('a title that is long is cut, and none is a document', () => {
  expect(activitySentence(t, { verb: 'edit', title: 'x'.repeat(61), count: 1 })).toBe(
    `“${'x'.repeat(59)}…” bewerkt`,
  );
  expect(activitySentence(t, { verb: 'edit', title: '', count: 1 })).toBe('“een document” bewerkt');
});
