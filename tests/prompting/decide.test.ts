import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '@/utils/activity/activity';
import { decide, type PromptingState } from '@/utils/prompting/decide';
import { COOL_DOWN_NOT_NOW_MS, COOL_DOWN_SHOWN_MS, DUE_AT_MOST_MS } from '@/utils/prompting/policy';
import type { Prompt } from '@/utils/prompting/prompt';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';

const NOW = Date.UTC(2026, 10, 24, 10);
const activity: Activity = {
  id: 'a',
  verb: 'edit',
  title: 'Aktenplan',
  link: null,
  site: 'https://wiki.example',
  system: 'dokuwiki',
  count: 1,
  at: NOW,
};

function aPrompt(change: Partial<Prompt> = {}): Prompt {
  return {
    id: 'p',
    activity,
    state: 'answered',
    reason: 'eligible',
    tabId: 1,
    createdAt: NOW,
    shownAt: null,
    answer: null,
    answeredAt: null,
    ...change,
  };
}

function aState(change: Partial<PromptingState> = {}): PromptingState {
  return { pausedUntil: null, never: [], history: [], ...change };
}

const elsewhere = { ...activity, site: 'https://other.example' };
const decided = (state: PromptingState) => decide(state, { kind: 'activity', activity }, () => NOW).reason;

describe('decide', () => {
  test.each<[string, Partial<PromptingState>, string]>([
    ['nothing known: asks', {}, 'eligible'],
    ['paused: silent', { pausedUntil: NOW + 1 }, 'paused'],
    ['paused for ever: silent', { pausedUntil: PAUSED_ALWAYS }, 'paused'],
    ['a pause that is over: asks', { pausedUntil: NOW }, 'eligible'],
    ['never on this site', { never: [{ site: activity.site, verb: null }] }, 'never-site'],
    ['never for this verb here', { never: [{ site: activity.site, verb: 'edit' }] }, 'never-verb'],
    ['never for another verb here: asks', { never: [{ site: activity.site, verb: 'delete' }] }, 'eligible'],
    ['never on another site: asks', { never: [{ site: elsewhere.site, verb: null }] }, 'eligible'],
    ['another prompt is open', { history: [aPrompt({ state: 'due' })] }, 'another-open'],
    [
      'a due prompt whose tab was forgotten: asks',
      { history: [aPrompt({ state: 'due', createdAt: NOW - DUE_AT_MOST_MS })] },
      'eligible',
    ],
    [
      'said "not now" a moment ago',
      { history: [aPrompt({ answer: 'not-now', answeredAt: NOW - COOL_DOWN_NOT_NOW_MS + 1 })] },
      'cool-down-not-now',
    ],
    [
      'said "not now" in an earlier encounter: asks',
      { history: [aPrompt({ answer: 'not-now', answeredAt: NOW - COOL_DOWN_NOT_NOW_MS })] },
      'eligible',
    ],
    [
      'saw a chip just now',
      { history: [aPrompt({ shownAt: NOW - COOL_DOWN_SHOWN_MS + 1 })] },
      'cool-down-shown',
    ],
    [
      'saw a chip on another site: asks',
      { history: [aPrompt({ shownAt: NOW, activity: elsewhere })] },
      'eligible',
    ],
    ['a chip that was due but never seen: asks', { history: [aPrompt({ state: 'kept' })] }, 'eligible'],
  ])('%s', (_what, change, reason) => {
    expect(decided(aState(change))).toBe(reason);
  });

  test('a pause and a "never" win whatever the history says', () => {
    const history = fc.array(
      fc.record({
        shownAt: fc.option(fc.integer({ min: NOW - 10 ** 8, max: NOW })),
        state: fc.constantFrom('due', 'kept', 'answered' as const),
      }),
    );
    fc.assert(
      fc.property(history, fc.boolean(), (rows, pauses) => {
        const remembered = rows.map((row) => aPrompt(row as Partial<Prompt>));
        const state = pauses
          ? aState({ pausedUntil: PAUSED_ALWAYS, history: remembered })
          : aState({ never: [{ site: activity.site, verb: null }], history: remembered });
        expect(decide(state, { kind: 'activity', activity }, () => NOW).ask).toBe(false);
      }),
    );
  });
});
