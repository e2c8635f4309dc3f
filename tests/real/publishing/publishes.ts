import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Practice } from '@/utils/practice/practice';
import { tidy } from '@/utils/practice/tidy';
import { must } from '../../support/outbox-world';
import { sendable } from '../../support/practices';
import { aConclusion, type Publisher } from './publisher';

/** A server that really runs, and what others do there by its own means. */
export interface Shelf {
  publisher(): Publisher;
  /** As somebody else reads the page there, past our connector; null where it is gone. */
  shown(id: string): Promise<string | null>;
  /** How many pages hold a text. */
  count(text: string): Promise<number>;
  changeElsewhere(id: string, text: string): Promise<void>;
  removeElsewhere(id: string): Promise<void>;
}

const ROUNDS = 12;
let number = 1_000;

function aReference(): string {
  number += 1;
  return `DG-REAL-${number}`;
}

/** What every target for conclusions has to do, whichever server it is. */
export function publishes(shelf: Shelf): void {
  const conclusion = aConclusion({
    title: 'Besluit: vernietigingslijsten',
    did: 'Wij **stoppen** met papier:\n\n- een lijst\n- twee ogen\n\n1. eerst\n2. dan\n\n<script>alert(1)</script> & [[x]] {{y}}',
    link: 'https://archief.example/dossier?id=7&x=a_b',
    topics: ['archief', 'vernietiging'],
  });

  test('a conclusion arrives in two requests at most, and is read back as it was written', async () => {
    const [by, reference] = [shelf.publisher(), aReference()];
    const before = by.requests.length;
    const { ref, held } = must(await by.say(conclusion, reference));
    expect(by.requests.length - before).toBeLessThanOrEqual(2);
    expect(held).toBe(false);
    expect(await shelf.shown(ref.id)).toContain('vernietigingslijsten');
    expect(await by.found(reference)).toEqual([{ practice: tidy(conclusion), reference, id: ref.id }]);
  });

  test('whatever stands in it is read back', async () => {
    const by = shelf.publisher();
    const each = fc.asyncProperty(sendable, async (practice) => {
      const reference = aReference();
      const inDutch: Practice = { ...practice, language: 'nl', kind: 'conclusion' };
      must(await by.say(inDutch, reference));
      expect((await by.found(reference))[0]?.practice).toEqual(tidy(inDutch));
    });
    await fc.assert(each, { numRuns: ROUNDS, seed: 7 });
  });

  test('it is replaced in place, also under another title', async () => {
    const [by, reference] = [shelf.publisher(), aReference()];
    const first = must(await by.say(conclusion, reference)).ref;
    let before = first;
    for (const title of ['Besluit: vernietigingslijsten', 'Een ander besluit']) {
      const changes = { edits: first.id, ...(before.version && { basedOn: before.version }) };
      const next = { ...conclusion, title, why: `Omdat ${title}.` };
      before = must(await by.say(next, reference, changes)).ref;
      expect(before.id).toBe(first.id);
      expect(await by.found(reference)).toEqual([{ practice: tidy(next), reference, id: first.id }]);
    }
    expect(await shelf.count(reference)).toBe(1);
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const [by, reference] = [shelf.publisher(), aReference()];
    const { ref } = must(await by.say(conclusion, reference));
    await shelf.changeElsewhere(ref.id, `Van iemand anders, ${reference}`);
    const again = await by.say({ ...conclusion, why: 'Van mij.' }, reference, {
      edits: ref.id,
      basedOn: ref.version ?? '',
    });
    expect(again).toEqual({ ok: false, error: { kind: 'conflict', version: expect.any(String) } });
    expect(await shelf.shown(ref.id)).toContain('Van iemand anders');
  });

  test('an answer that was lost makes no second page', async () => {
    const [by, reference] = [shelf.publisher(), aReference()];
    by.loseNextAnswer();
    expect(await by.say(conclusion, reference)).toMatchObject({ ok: false, error: { applied: 'unknown' } });
    const [there] = await by.found(reference);
    const { ref } = must(await by.say(conclusion, reference));
    expect(ref.id).toBe(there?.id);
    expect(await shelf.count(reference)).toBe(1);
  });

  test('a page that somebody took away is gone, and stays away', async () => {
    const [by, reference] = [shelf.publisher(), aReference()];
    const { ref } = must(await by.say(conclusion, reference));
    await shelf.removeElsewhere(ref.id);
    const again = await by.say(conclusion, reference, { edits: ref.id, basedOn: ref.version ?? '' });
    expect(again).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(await shelf.count(reference)).toBe(0);
  });

  test('two of the same title are two pages', async () => {
    const by = shelf.publisher();
    const [one, other] = [aReference(), aReference()];
    const first = must(await by.say(conclusion, one)).ref;
    const second = must(await by.say(conclusion, other)).ref;
    expect(second.id).not.toBe(first.id);
    expect((await by.found(other))[0]?.practice).toEqual(tidy(conclusion));
  });
}
