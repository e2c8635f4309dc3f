import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Activity, VERBS } from '@/utils/activity/activity';
import {
  addToBurst,
  BURST_CAP_MS,
  BURST_QUIET_MS,
  type Burst,
  burstEndsAt,
  endBurst,
} from '@/utils/activity/burst';
import type { BurstRule } from '@/utils/activity/recipe';

function anActivity(part: Partial<Activity> = {}): Activity {
  const standard = {
    id: 'a',
    verb: 'edit',
    title: 'Plan',
    link: null,
    site: 'http://dms.test',
    system: 'a-dms',
  } as const;
  return { ...standard, count: 1, at: 1_000, ...part };
}

function aBurst(...all: readonly (readonly [Partial<Activity>, BurstRule?])[]): Burst {
  const [first, ...others] = all.map(([part, rule]) => ({ activity: anActivity(part), rule: rule ?? {} }));
  if (first === undefined) throw new Error('a burst has at least one activity');
  return others.reduce(
    (burst, { activity, rule }) => addToBurst(burst, activity, rule),
    addToBurst(null, first.activity, first.rule),
  );
}

describe('what comes close together is one act', () => {
  test('the strongest verb wins', () => {
    const burst = aBurst([{ verb: 'edit' }], [{ verb: 'publish', title: 'Plan 2026' }], [{ verb: 'upload' }]);
    expect(endBurst(burst)).toMatchObject({ verb: 'publish', title: 'Plan 2026', count: 1 });
  });

  test('twelve documents are one activity that counts twelve, and the same one saved twice counts once', () => {
    const twelve = Array.from(
      { length: 12 },
      (_, n) => [{ verb: 'upload', title: `${n}.pdf` } as const] as const,
    );
    expect(endBurst(aBurst(...twelve))?.count).toBe(12);
    expect(endBurst(aBurst([{}], [{}]))?.count).toBe(1);
  });

  test('two documents of one name in two folders are two', () => {
    const burst = aBurst([{ link: 'http://dms.test/a' }], [{ link: 'http://dms.test/b' }]);
    expect(endBurst(burst)?.count).toBe(2);
  });

  test('a name that only one of them knows is used', () => {
    const link = 'http://dms.test/a';
    const burst = aBurst([{ title: 'Plan', link }], [{ title: '', link }]);
    expect(endBurst(burst)).toMatchObject({ title: 'Plan', count: 1 });
  });

  test('it ends four quiet seconds after the last, and after a minute however busy it is', () => {
    expect(burstEndsAt(aBurst([{ at: 1_000 }], [{ at: 3_000 }]))).toBe(3_000 + BURST_QUIET_MS);
    expect(burstEndsAt(aBurst([{ at: 1_000 }], [{ at: 59_000 }]))).toBe(1_000 + BURST_CAP_MS);
    expect(burstEndsAt(aBurst([{ at: 1_000 }, { quiet: 9_000 }]))).toBe(10_000);
  });
});

describe('an editor that saves by itself', () => {
  const autosave: BurstRule = { min: 3, until: 'leave' };

  test('counts only from the third save on, and ends when the page is left', () => {
    expect(endBurst(aBurst([{}, autosave], [{}, autosave]))).toBeNull();
    expect(endBurst(aBurst([{}, autosave], [{}, autosave], [{}, autosave]))).toMatchObject({ verb: 'edit' });
    expect(burstEndsAt(aBurst([{}, autosave]))).toBeNull();
  });

  test('does not hold up or swallow an upload that is made meanwhile', () => {
    const mixed = aBurst([{}, autosave], [{ verb: 'upload', title: 'a.pdf', at: 9_000 }]);
    expect(endBurst(mixed)).toMatchObject({ verb: 'upload', title: 'a.pdf' });
    expect(burstEndsAt(mixed)).not.toBeNull();
  });

  test('its own few saves do not count because something weaker or stronger came along', () => {
    const rename = aBurst([{ verb: 'publish' }, autosave], [{ verb: 'edit', title: 'Other' }]);
    expect(endBurst(rename)).toMatchObject({ verb: 'edit', title: 'Other' });
  });
});

test('whatever comes in whatever order, the strongest verb that counts is said, once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VERBS), { minLength: 1, maxLength: 9 }), (verbs) => {
      const ended = endBurst(aBurst(...verbs.map((verb, n) => [{ verb, at: 1_000 + n }] as const)));
      expect(ended?.verb).toBe(VERBS.find((verb) => verbs.includes(verb)));
      expect(ended?.count).toBe(1);
    }),
  );
});
