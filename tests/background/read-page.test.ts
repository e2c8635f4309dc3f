import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isConfirmed } from '@/entrypoints/background/read-page';

/** What the page shows, in order of the looks at it: whether the proof is there, and whether the failure is. */
function aPage(...looks: readonly (readonly [dom: boolean, not: boolean])[]): void {
  let look = 0;
  const executeScript = async () => [{ result: looks[Math.min(look++, looks.length - 1)] }];
  Object.assign(browser, { scripting: { executeScript } });
}

const nothing = [false, false] as const;

describe('a proof that the page gives', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const confirmed = async (confirm: Parameters<typeof isConfirmed>[1]): Promise<boolean> => {
    const answer = isConfirmed(1, confirm);
    await vi.runAllTimersAsync();
    return answer;
  };

  test('something that must be there, and comes in time', async () => {
    aPage(nothing, nothing, [true, false]);
    expect(await confirmed({ dom: '.done', within: 1000 })).toBe(true);
    aPage(nothing);
    expect(await confirmed({ dom: '.done', within: 1000 })).toBe(false);
  });

  test('something that must not be there, and comes a little later', async () => {
    aPage(nothing, nothing, [false, true]);
    expect(await confirmed({ not: '.failed', within: 1000 })).toBe(false);
    aPage(nothing);
    expect(await confirmed({ not: '.failed', within: 1000 })).toBe(true);
    aPage([true, true]);
    expect(await confirmed({ dom: '.done', not: '.failed', within: 1000 })).toBe(false);
  });
});
