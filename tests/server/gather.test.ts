import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gathered, takeBatch } from '@/server/store/gather';
import type { Store } from '@/server/store/store';

const takesItsLetters = ({ letters }: { letters: string }) => [...letters];

const waiting = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 2 }))
  .map((list) => list.map((letters, n) => ({ letters, n })));

describe('a batch', () => {
  test('loses nobody, and has no two that take the same, nor what somebody busy takes', () => {
    fc.assert(
      fc.property(waiting, waiting, fc.integer({ min: 1, max: 5 }), (list, busy, most) => {
        const [batch, rest] = takeBatch(list, busy, most, takesItsLetters);
        const inOrder = [...batch, ...rest].sort((one, other) => one.n - other.n);
        expect(inOrder).toEqual(list);
        expect(batch.length).toBeLessThanOrEqual(most);
        const taken = batch.flatMap((item) => [...new Set(takesItsLetters(item))]);
        expect(new Set(taken).size).toBe(taken.length);
        const elsewhere = new Set(busy.flatMap(takesItsLetters));
        expect(taken.filter((letter) => elsewhere.has(letter))).toEqual([]);
      }),
    );
  });

  test('lets nobody overtake whoever takes the same', () => {
    fc.assert(
      fc.property(waiting, fc.integer({ min: 1, max: 5 }), (list, most) => {
        const [batch, rest] = takeBatch(list, [], most, takesItsLetters);
        for (const later of batch) {
          const before = rest.filter(({ n }) => n < later.n).flatMap(takesItsLetters);
          expect(before.filter((letter) => later.letters.includes(letter))).toEqual([]);
        }
      }),
    );
  });
});

describe('gathered work', () => {
  /** Only its identity matters here. */
  const aStore = () => ({}) as Store;

  test('is done together for all who come at one moment, for each store by itself', async () => {
    const batches: (readonly number[])[] = [];
    const double = gathered(async (_store, items: readonly number[]) => {
      batches.push(items);
      return items.map((item) => item * 2);
    });
    const [here, there] = [aStore(), aStore()];
    expect(await Promise.all([double(here, 1), double(there, 2), double(here, 3)])).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 3], [2]]);
  });

  test('that fails for several is done for each alone: only whoever is at fault hears of it', async () => {
    const root = gathered(async (_store, items: readonly number[]) =>
      items.map((item) => {
        if (item < 0) throw new Error(`${item} has no root`);
        return Math.sqrt(item);
      }),
    );
    const store = aStore();
    const settled = await Promise.allSettled([root(store, 4), root(store, -1), root(store, 9)]);
    expect(settled).toMatchObject([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('-1 has no root') },
      { status: 'fulfilled', value: 3 },
    ]);
  });

  test('of two that take the same is begun for the second when it is done for the first', async () => {
    const begun: string[] = [];
    let finish = (): void => undefined;
    const work = gathered(
      async (_store, items: readonly string[]) => {
        begun.push(...items);
        if (items.includes('anna 1')) await new Promise<void>((resolve) => (finish = resolve));
        return items;
      },
      (item) => [item.split(' ')[0] ?? ''],
    );
    const store = aStore();
    const first = work(store, 'anna 1');
    await vi.waitFor(() => expect(begun).toEqual(['anna 1']));
    const second = work(store, 'anna 2');
    await work(store, 'bram 1');
    expect(begun).toEqual(['anna 1', 'bram 1']);
    finish();
    expect(await Promise.all([first, second])).toEqual(['anna 1', 'anna 2']);
  });
});
