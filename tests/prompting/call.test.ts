import { describe, expect, test } from 'vitest';
import { type Call, callAt, callsOfPolicy, fitsCall, topicOf } from '@/utils/prompting/call';
import type { Policy } from '@/utils/settings/settings';

const december: NonNullable<Policy['call']> = {
  text: 'Deze maand: Vernietigingslijsten!',
  from: '2026-12-01',
  until: '2026-12-31',
};

function callOf(change: Partial<typeof december> = {}): Call {
  const [call] = callsOfPolicy({ call: { ...december, ...change } });
  if (call === undefined) throw new Error('no call');
  return call;
}

describe('a call that a policy makes', () => {
  test.each<[string, number, boolean]>([
    ['the evening before', new Date(2026, 10, 30, 23, 59).getTime(), false],
    ['its first moment', new Date(2026, 11, 1).getTime(), true],
    ['its last day', new Date(2026, 11, 31, 23, 59).getTime(), true],
    ['the morning after', new Date(2027, 0, 1).getTime(), false],
  ])('on %s', (_what, at, holds) => {
    expect(callAt(callsOfPolicy({ call: december }), at) !== null).toBe(holds);
  });

  test('is none where the policy makes none', () => {
    expect(callsOfPolicy({})).toEqual([]);
  });

  test('without words and verbs asks for anything', () => {
    expect(fitsCall(callOf(), { verb: 'edit', title: '' })).toBe(true);
  });
});

describe('the topic of a call', () => {
  test.each<[string, string[] | undefined, string | null]>([
    ['no words', undefined, null],
    ['the beginning of a word of its text', ['vernietig', 'selectie'], 'Vernietigingslijsten'],
    ['a beginning with other accents', ['vérnietig'], 'Vernietigingslijsten'],
    ['a word that is not in its text', ['selectielijst'], 'selectielijst'],
  ])('%s', (_what, words, topic) => {
    expect(topicOf(callOf(words === undefined ? {} : { words }))).toBe(topic);
  });
});
