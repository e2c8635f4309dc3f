import { describe, expect, test } from 'vitest';
import type { Failure } from '@/utils/community/connector';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { backoff, paceAfter } from '@/utils/outbox/backoff';
import type { Entry } from '@/utils/outbox/entry';
import { outcomeOfLook, outcomeOfSend } from '@/utils/outbox/outcome';
import { START } from '../support/outbox-world';
import { aPractice } from '../support/practices';

const NOW = START + MINUTE_MS;
const around = { now: NOW, random: () => 0.5, keepsKeys: false, settleMs: MINUTE_MS };

function sending(changes: Partial<Entry> = {}): Entry {
  return {
    ...{ id: 'e', key: 'k', reference: 'DG-7F3K-2Q9D', communityId: 'c', accountId: '1', placeId: null },
    ...{
      audience: 'members',
      corrects: null,
      answers: null,
      practice: aPractice(),
      text: 'Tekst',
      state: 'sending',
      reason: null,
      detail: null,
    },
    ...{ attempts: 1, createdAt: START, dueAt: START, restsUntil: null, leasedUntil: NOW },
    ...{ firstTriedAt: START, lastTriedAt: START },
    ...changes,
  };
}

const lost = (answered: boolean): Failure => ({ kind: 'retry', applied: 'unknown', answered });
const refusedNow: Failure = { kind: 'retry', applied: 'no', answered: true };

describe('what becomes of a first try', () => {
  test.each<[Failure, Partial<Entry>]>([
    [lost(false), { state: 'uncertain', firstTriedAt: START, dueAt: NOW + MINUTE_MS }],
    [lost(true), { state: 'uncertain', firstTriedAt: START, dueAt: NOW + MINUTE_MS }],
    [
      { kind: 'retry', applied: 'unknown', answered: false, afterMs: SECOND_MS },
      { state: 'uncertain', firstTriedAt: START, dueAt: NOW + MINUTE_MS, attempts: 1 },
    ],
    [refusedNow, { state: 'waiting', firstTriedAt: null, dueAt: NOW + 15 * SECOND_MS }],
    [{ kind: 'duplicate' }, { state: 'uncertain', firstTriedAt: START }],
    [{ kind: 'not-a-community' }, { state: 'uncertain', firstTriedAt: START }],
    [
      { kind: 'auth', why: 'expired' },
      { state: 'parked', reason: 'signed-out', firstTriedAt: null },
    ],
    [
      { kind: 'auth', why: 'forbidden' },
      { state: 'parked', reason: 'forbidden', firstTriedAt: null },
    ],
    [
      { kind: 'invalid', message: 'Nee' },
      { state: 'parked', reason: 'refused', detail: 'Nee', firstTriedAt: null },
    ],
    [
      { kind: 'invalid', message: '', why: 'captcha' },
      { state: 'parked', reason: 'captcha', detail: null, firstTriedAt: null },
    ],
    [
      { kind: 'invalid', message: '', why: 'word' },
      { state: 'parked', reason: 'word-refused', detail: null },
    ],
    [
      { kind: 'invalid', message: '' },
      { state: 'parked', reason: 'refused', detail: null },
    ],
    [
      { kind: 'too-long', max: 500 },
      { state: 'parked', reason: 'too-long', detail: '500', firstTriedAt: null },
    ],
    [{ kind: 'too-long' }, { state: 'parked', reason: 'too-long', detail: null }],
    [{ kind: 'gone' }, { state: 'parked', reason: 'gone', firstTriedAt: null }],
    [
      { kind: 'gone', postId: '12' },
      { state: 'parked', reason: 'withdrawn', firstTriedAt: null },
    ],
    [
      { kind: 'moved', to: 'https://b.be' },
      { state: 'parked', reason: 'moved', detail: 'https://b.be' },
    ],
  ])('after %j', (failure, expected) => {
    const { entry, ref } = outcomeOfSend(sending(), fail(failure), around);
    expect(entry).toMatchObject({ ...expected, key: 'k', text: 'Tekst', leasedUntil: 0 });
    expect(ref).toBeNull();
  });

  const post = { id: '12', url: 'https://a.be/12' };
  test.each([
    [succeed({ ref: post, held: false }), 'delivered'],
    [succeed({ ref: post, held: true }), 'held'],
    [fail<Failure>({ kind: 'duplicate', ref: post }), 'delivered'],
  ])('after %j', (answer, state) => {
    expect(outcomeOfSend(sending(), answer, around)).toMatchObject({ entry: { state }, ref: post });
  });

  test('where keys are kept it need not settle', () => {
    const { entry } = outcomeOfSend(sending(), fail(lost(false)), { ...around, keepsKeys: true });
    expect(entry.dueAt).toBe(NOW + 15 * SECOND_MS);
  });
});

describe('when an earlier try may have arrived, that stays to be looked for', () => {
  const again = sending({ attempts: 2, lastTriedAt: START + 1 });
  test.each<[Failure, Entry['state']]>([
    [refusedNow, 'uncertain'],
    [lost(true), 'uncertain'],
    [{ kind: 'auth', why: 'expired' }, 'parked'],
    [{ kind: 'auth', why: 'forbidden' }, 'parked'],
    [{ kind: 'moved' }, 'parked'],
  ])('after %j', (failure, state) => {
    expect(outcomeOfSend(again, fail(failure), around).entry).toMatchObject({ state, firstTriedAt: START });
  });

  test.each<[Failure, Entry['state']]>([
    [{ kind: 'retry', applied: 'no', answered: false }, 'uncertain'],
    [{ kind: 'gone' }, 'uncertain'],
    [{ kind: 'auth', why: 'expired' }, 'parked'],
  ])('after looking for it failed with %j', (failure, state) => {
    const looked = outcomeOfLook(sending({ state: 'uncertain' }), failure, around);
    expect(looked).toMatchObject({ state, firstTriedAt: START });
    expect(looked.dueAt > NOW || state === 'parked').toBe(true);
  });
});

test.each([
  [1, false, 30 * SECOND_MS],
  [2, true, MINUTE_MS],
  [5, false, 8 * MINUTE_MS],
  [6, false, 10 * MINUTE_MS],
  [1_000, false, 10 * MINUTE_MS],
  [6, true, 16 * MINUTE_MS],
  [1_000, true, 6 * HOUR_MS],
])(
  'after %i failures (answered: %s) we wait up to %i ms, and never no time at all',
  (failures, answered, longest) => {
    expect(backoff(failures, answered, () => 0.999_999_99)).toBeGreaterThan(longest - SECOND_MS);
    expect(backoff(failures, answered, () => 0.999_999_99)).toBeLessThan(longest);
    expect(backoff(failures, answered, () => 0)).toBe(SECOND_MS);
  },
);

describe('how fast a community is asked', () => {
  const before = { communityId: 'c', failures: 3, until: START, asked: 0 };
  const silent = { applied: 'unknown', answered: false } as const;
  const busy = { applied: 'no', answered: true, afterMs: HOUR_MS } as const;
  const step = (wentWell: boolean, ...failures: (typeof silent | typeof busy)[]) => ({ wentWell, failures });
  const paceOf = (...args: Parameters<typeof step>) => paceAfter('c', before, step(...args), NOW, () => 0.5);

  test('all well: as fast as it can', () => expect(paceOf(true)).toBeNull());
  test('nothing was asked after all: as before', () => expect(paceOf(false)).toBe(before));
  test('one post failed among others that went well: that post’s own matter', () =>
    expect(paceOf(true, silent)).toBeNull());
  test('nothing went well: slower with each step', () =>
    expect(paceOf(false, silent, silent)).toMatchObject({
      failures: 4,
      asked: 0,
      until: NOW + 2 * MINUTE_MS,
    }));
  test('it asked us to wait, whatever else went well: until then', () =>
    expect(paceOf(true, silent, busy)).toMatchObject({
      failures: 1,
      asked: NOW + HOUR_MS,
      until: NOW + HOUR_MS,
    }));
  test('it asked us to wait for ten years: a day', () => {
    const decade = { ...busy, afterMs: 3_650 * DAY_MS };
    const pace = paceAfter('c', undefined, { wentWell: false, failures: [decade] }, NOW, () => 0.5);
    expect(pace?.until).toBe(NOW + DAY_MS);
  });
});
