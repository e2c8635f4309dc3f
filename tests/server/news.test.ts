import { expect, test } from 'vitest';
import { recordEvent } from '@/server/store/events';
import { type NewStatus, postStatus } from '@/server/store/post-status';
import { visibleStatus } from '@/server/store/statuses';
import type { Store } from '@/server/store/store';
import { newsFor, whatHappened } from '@/server/stream/news';
import { secureBytes } from '@/utils/kernel/random';
import { aMember, aServer, ORIGIN, type Server } from './support';

function portsOf(server: Server) {
  const store = server.store();
  const rest = { origin: ORIGIN, name: 'Proef', language: 'nl', version: '0.1.0' } as const;
  return { store, clock: store.clock, randomBytes: secureBytes, ...rest };
}

async function follow(store: Store, accountId: string, targetId: string, state: 'accepted' | 'requested') {
  const created_at = new Date(store.clock()).toISOString();
  const ids = { community_id: store.communityId, account_id: accountId, target_id: targetId };
  await store.db
    .insertInto('follows')
    .values({ ...ids, id: store.newId(), state, reblogs: 1, notify: 0, created_at })
    .execute();
}

async function forgetFollows({ db, communityId }: Store, accountId: string): Promise<void> {
  await db
    .deleteFrom('follows')
    .where('community_id', '=', communityId)
    .where('account_id', '=', accountId)
    .execute();
}

const VISIBILITIES: NewStatus['visibility'][] = ['public', 'unlisted', 'private', 'direct'];
const TIES = ['accepted', 'requested', 'none'] as const;

/** Every kind of post, for every tie between its reader, its author and its place. */
const CASES = VISIBILITIES.flatMap((visibility) =>
  [true, false].flatMap((inPlace) =>
    [true, false].flatMap((names) =>
      TIES.flatMap((author) => TIES.map((place) => ({ visibility, inPlace, names, author, place }))),
    ),
  ),
);

test('nobody hears of a post that they may not read, and whoever is named hears of it', {
  timeout: 30_000,
}, async () => {
  const server = await aServer();
  const ports = portsOf(server);
  const { store } = ports;
  const [author, reader, place] = [
    (await aMember(server)).account,
    (await aMember(server, 'bram')).account,
    (await aMember(server, 'plaats')).account,
  ];
  for (const [number, each] of CASES.entries()) {
    await forgetFollows(store, reader.id);
    if (each.author !== 'none') await follow(store, reader.id, author.id, each.author);
    if (each.place !== 'none') await follow(store, reader.id, place.id, each.place);
    const post = {
      accountId: author.id,
      text: `Bericht ${number}`,
      language: null,
      visibility: each.visibility,
      inReplyToId: null,
      sensitive: false,
      spoilerText: '',
      placeId: each.inPlace ? place.id : null,
      mentions: each.names ? [reader.id] : [],
      tags: ['archief'],
    };
    const posted = await postStatus(store, post, null);
    if (posted.kind !== 'made') throw new Error(posted.kind);
    const events = await store.db.selectFrom('events').selectAll().execute();
    const news = await newsFor(ports, await whatHappened(ports, events), reader.id);
    const told = news.filter(({ payload }) => payload.includes(`Bericht ${number}<`));
    const may = (await visibleStatus(store, posted.status.id, reader.id)) !== undefined;
    const kinds = new Set(told.map(({ event }) => event));
    expect({ ...each, told: !may && told.length > 0 }).toEqual({ ...each, told: false });
    expect({ ...each, forAll: told.some(({ forAll }) => forAll) }).toEqual({
      ...each,
      forAll: each.visibility === 'public',
    });
    expect({ ...each, named: kinds.has('notification') }).toEqual({ ...each, named: each.names });
    await store.db.deleteFrom('events').execute();
  }
});

test('of a boost that is gone, with its row, everybody who has it is told', async () => {
  const server = await aServer();
  const ports = portsOf(server);
  const { account } = await aMember(server);
  await recordEvent(ports.store.db, ports.store, { kind: 'deleted', status_id: '1' });
  const events = await ports.store.db.selectFrom('events').selectAll().execute();
  expect(await newsFor(ports, await whatHappened(ports, events), account.id)).toEqual([
    { event: 'delete', payload: '1', home: true, forAll: false, tags: [] },
  ]);
});
