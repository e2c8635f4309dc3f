import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SaveOutcome, Saving, type SavingState } from '@/components/sharing/saving';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk that takes `takesMs` and answers as told; remembers what it was given. */
function writer(takesMs = 10) {
  const disk = { text: '', saves: [] as { at: number; text: string }[], outcome: 'saved' as SaveOutcome };
  const states: SavingState[] = [];
  let text = '';
  const begin = Date.now();
  const saving = new Saving({
    save: async () => {
      const { outcome } = disk;
      disk.saves.push({ at: Date.now() - begin, text });
      const given = text;
      await new Promise((resume) => setTimeout(resume, takesMs));
      if (outcome === 'saved') disk.text = given;
      return outcome;
    },
    now: () => Date.now(),
    after: (ms, action) => {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
    onState: (state) => states.push(state),
  });
  const type = (letters: string): void => {
    text += letters;
    saving.changed();
  };
  return { disk, states, saving, type };
}

describe('what is typed', () => {
  test('is saved at the first key, at once', () => {
    const { disk, type } = writer();
    type('A');
    expect(disk.saves).toEqual([{ at: 0, text: 'A' }]);
  });

  test('is never unsaved for longer than half a second, however long the typing goes on', async () => {
    const { disk, type } = writer();
    for (let key = 0; key < 100; key += 1) {
      type('x');
      await vi.advanceTimersByTimeAsync(50);
    }
    const starts = disk.saves.map(({ at }) => at);
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(500);
    expect(starts.length).toBeLessThanOrEqual(11);
    await vi.advanceTimersByTimeAsync(600);
    expect(disk.text).toHaveLength(100);
  });

  test('waits for a slow save and then goes at once', async () => {
    const { disk, type } = writer(2_000);
    type('A');
    await vi.advanceTimersByTimeAsync(100);
    type('B');
    await vi.advanceTimersByTimeAsync(1_950);
    expect(disk.saves.map(({ text }) => text)).toEqual(['A', 'AB']);
  });

  test('goes at once when the page goes, even while a save is under way', async () => {
    const { disk, type, saving } = writer(300);
    type('A');
    await vi.advanceTimersByTimeAsync(100);
    type('B');
    saving.leave();
    expect(disk.saves.map(({ text }) => text)).toEqual(['A', 'AB']);
  });
});

describe('“saved” is said', () => {
  test('only after the disk has it', async () => {
    const { states, type } = writer(50);
    type('A');
    expect(states).not.toContain('saved');
    await vi.advanceTimersByTimeAsync(60);
    expect(states.at(-1)).toBe('saved');
  });

  test('not when the disk refused; it is tried again until it takes it', async () => {
    const { disk, states, type } = writer();
    disk.outcome = 'refused';
    type('A');
    await vi.advanceTimersByTimeAsync(100);
    expect(states.at(-1)).toBe('not-saved');
    disk.outcome = 'saved';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states.at(-1)).toBe('saved');
    expect(disk.text).toBe('A');
  });

  test('not after a stop: that can only fail again', async () => {
    const { disk, states, type } = writer();
    disk.outcome = 'stopped';
    type('A');
    await vi.advanceTimersByTimeAsync(5_000);
    type('B');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(disk.saves).toHaveLength(1);
    expect(states.at(-1)).toBe('not-saved');
  });
});

test('after the end nothing is saved any more: not what was planned, not when the page goes', async () => {
  const { disk, type, saving } = writer();
  type('A');
  await vi.advanceTimersByTimeAsync(100);
  type('B');
  saving.end();
  saving.leave();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(disk.saves.map(({ text }) => text)).toEqual(['A']);
});

describe('flush', () => {
  test('waits until all that was typed is on disk', async () => {
    const { disk, type, saving } = writer();
    type('A');
    type('B');
    const flushed = saving.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(await flushed).toBe(true);
    expect(disk.text).toBe('AB');
  });

  test('says no when the disk refused', async () => {
    const { disk, type, saving } = writer();
    disk.outcome = 'refused';
    type('A');
    const flushed = saving.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(await flushed).toBe(false);
  });
});

test('whatever the rhythm of the keys and the disk, no key waits longer than half a second for a free disk', async () => {
  const rhythm = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rhythm, fc.integer({ min: 0, max: 1_200 }), async (pauses, takesMs) => {
      vi.setSystemTime(0);
      const { disk, type, saving } = writer(takesMs);
      const typedAt: number[] = [];
      for (const pause of pauses) {
        await vi.advanceTimersByTimeAsync(pause);
        typedAt.push(Date.now());
        type('x');
      }
      await vi.advanceTimersByTimeAsync(5_000);
      expect(disk.saves[0]?.at, 'the first key goes at once').toBe(typedAt[0]);
      typedAt.forEach((at, key) => {
        const save = disk.saves.find(({ text }) => text.length > key);
        expect((save?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThanOrEqual(Math.max(500, takesMs));
      });
      expect(disk.text).toHaveLength(typedAt.length);
      expect(saving.isSettled()).toBe(true);
    }),
    { numRuns: 200 },
  );
});
