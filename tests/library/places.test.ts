import { describe, expect, test } from 'vitest';
import type { Community } from '@/utils/community/community';
import type { FoundPost, Operation, Perform } from '@/utils/community/connector';
import { keptBack } from '@/utils/community/failure';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { isWhole, listsOf } from '@/utils/library/reach';
import { MOST_REQUESTS, syncCommunity, TURN_MS, takeTurns } from '@/utils/library/sync';
import { render } from '@/utils/practice/render';
import { aCommunity, aDatabase, START } from '../support/outbox-world';
import { aPractice, DUTCH, WORDINGS } from '../support/practices';

const PER_PAGE = 5;
const channel = (id: string) => ({ id, name: id, closed: false });

/** A platform of which every channel is read by itself, newest first, five at a time. */
async function aPlatform(channels: readonly string[], changes: Partial<Community> = {}) {
  const db = aDatabase();
  const time = { now: START };
  const places = channels.map(channel);
  const community = aCommunity({ readsBy: 'place', needsPlace: true, places, ...changes });
  await keepCommunity(db, community, 'token');
  const posts: (FoundPost & { readonly placeId: string })[] = [];
  const asked: Extract<Operation, { verb: 'find' }>[] = [];
  const line: { keptBackMs: number } = { keptBackMs: 0 };
  const perform = (async (_community, operation: Extract<Operation, { verb: 'find' }>) => {
    if (line.keptBackMs > 0) return fail(keptBack(line.keptBackMs));
    asked.push(operation);
    const { placeId, cursor, since } = operation;
    const there = posts.filter((post) => post.placeId === placeId).toReversed();
    const from = Number(cursor ?? 0);
    const page = there.slice(from, from + PER_PAGE);
    const isOver = there.length <= from + PER_PAGE || (page.at(-1)?.at ?? 0) < since;
    return succeed({ posts: page, cursor: isOver ? null : String(from + PER_PAGE) });
  }) as Perform;
  const share = (placeId: string, title: string): void => {
    time.now += SECOND_MS;
    const id = `${placeId}/${posts.length}`;
    posts.push({
      ...{ id, placeId, url: `https://chat.example/${id}`, authorId: '2', authorName: 'Bram', at: time.now },
      ...{ answersId: null, thanks: 0, replies: 0, thanked: false },
      text: render(aPractice({ title }), `DG-AAAA-${1000 + posts.length}`, DUTCH),
    });
  };
  const turn = async (): Promise<number> => {
    const before = asked.length;
    const ports = { db, clock: () => time.now, perform, wordings: WORDINGS, changed: () => undefined };
    for (const due of await takeTurns(db, ports.clock)) await syncCommunity(ports, due);
    time.now += TURN_MS;
    return asked.length - before;
  };
  const titles = async () => (await db.shared.toArray()).map(({ practice }) => practice.title).toSorted();
  return { db, time, community, posts, asked, line, share, turn, titles };
}

describe('a community that is read place by place', () => {
  test('has each of its places read, and says where something stands', async () => {
    const { db, share, turn, titles, asked } = await aPlatform(['a', 'b']);
    share('a', 'In a');
    share('b', 'In b');
    share('c', 'Waar ik niet in zit');
    await turn();
    expect(await titles()).toEqual(['In a', 'In b']);
    expect(asked.map(({ placeId }) => placeId)).toEqual(['a', 'b']);
    expect((await db.shared.toArray()).map(({ placeId }) => placeId).toSorted()).toEqual(['a', 'b']);
  });

  test('with thirty places gets them all read in turn, and older posts too, in ten requests a turn', async () => {
    const names = Array.from({ length: 30 }, (_, number) => `kanaal-${number}`);
    const { db, community, share, turn, titles, time } = await aPlatform(names);
    for (const name of names) for (let n = 0; n < 12; n += 1) share(name, `${name} ${n}`);
    for (let turns = 0; turns < 20; turns += 1) expect(await turn()).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(await titles()).toHaveLength(360);
    const reach = await db.reaches.get(community.id);
    expect(reach && isWhole(reach, listsOf(community), time.now - DAY_MS)).toBe(true);
  });

  test('takes away what was removed from one place, and nothing of another', async () => {
    const { share, turn, titles, posts } = await aPlatform(['a', 'b']);
    for (const title of ['Een', 'Twee', 'Drie']) share('a', title);
    share('b', 'In b');
    await turn();
    posts.splice(1, 1);
    await turn();
    expect(await titles()).toEqual(['Drie', 'Een', 'In b']);
  });

  test('reads beside all places where posts stand there too', async () => {
    const { turn, asked } = await aPlatform(['a'], { needsPlace: false });
    await turn();
    expect(asked.map(({ placeId }) => placeId)).toEqual([null, 'a']);
  });

  test('goes on where it stopped once its limit allows more', async () => {
    const { share, turn, titles, line, time } = await aPlatform(['a']);
    share('a', 'In a');
    line.keptBackMs = 20 * SECOND_MS;
    expect(await turn()).toBe(0);
    line.keptBackMs = 0;
    time.now += MINUTE_MS;
    await turn();
    expect(await titles()).toEqual(['In a']);
  });
});

test('pages are never read', async () => {
  const { turn, share } = await aPlatform(['a'], { kind: 'page', readsBy: 'list' });
  share('a', 'Een pagina');
  expect(await turn()).toBe(0);
});
