import { expect, test } from 'vitest';
import type { FoundPost, Perform } from '@/utils/community/connector';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { syncCommunity, TURN_MS, takeTurns } from '@/utils/library/sync';
import { render } from '@/utils/practice/render';
import { aCommunity, aDatabase, START } from '../support/outbox-world';
import { aPractice, DUTCH, WORDINGS } from '../support/practices';

const PLACE = { id: 'a', name: 'a', closed: false };

/** A place that is listed by what last happened in its threads, one page of two. */
async function aPlace() {
  const db = aDatabase();
  const time = { now: START };
  const community = aCommunity({ readsBy: 'place', needsPlace: true, places: [PLACE] });
  await keepCommunity(db, community, 'token');
  const shown: { posts: FoundPost[]; gone: string[] } = { posts: [], gone: [] };
  const perform = (async () =>
    succeed({ posts: shown.posts, cursor: null, unordered: { gone: shown.gone } })) as Perform;
  const post = (id: string, daysAgo: number): FoundPost => ({
    ...{ id, url: `https://chat.example/${id}`, authorId: '2', authorName: 'Bram', answersId: null },
    ...{ at: START - daysAgo * DAY_MS, thanks: 0, replies: 0, thanked: false },
    text: render(aPractice({ title: id }), `DG-AAAA-${id}`, DUTCH),
  });
  const turn = async (posts: FoundPost[], gone: string[] = []): Promise<string[]> => {
    Object.assign(shown, { posts, gone });
    const ports = { db, clock: () => time.now, perform, wordings: WORDINGS, changed: () => undefined };
    for (const due of await takeTurns(db, ports.clock)) await syncCommunity(ports, due);
    time.now += TURN_MS;
    return (await db.shared.toArray()).map(({ practice }) => practice.title).toSorted();
  };
  return { post, turn };
}

test('what a list leaves out that is in no order of its posts stays', async () => {
  const { post, turn } = await aPlace();
  await turn([post('0003', 3), post('0002', 2)]);
  expect(await turn([post('0009', 9), post('0001', 1)])).toEqual(['0001', '0002', '0003', '0009']);
});

test('what it says is gone goes, and so does what is no practice any more', async () => {
  const { post, turn } = await aPlace();
  await turn([post('0003', 3), post('0002', 2), post('0001', 1)]);
  expect(await turn([{ ...post('0002', 2), text: 'Anders' }], ['0003', 'nooit gezien'])).toEqual(['0001']);
});
