import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NewStatus, postStatus } from '@/server/store/post-status';
import { visibleStatus } from '@/server/store/statuses';
import type { Store } from '@/server/store/store';
import { newsFor, whatHappened } from '@/server/stream/news';
import { secureBytes } from '@/utils/kernel/random';
import { aMember, aServer, ORIGIN, type Server } from './support';

const RUNS = process.env.DEELGENOOT_LONG === '1' ? 400 : 60;

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

const anyPost = fc.record({
  visibility: fc.constantFrom<NewStatus['visibility'][]>('public', 'unlisted', 'private', 'direct'),
  inPlace: fc.boolean(),
  names: fc.boolean(),
  tagged: fc.boolean(),
});
const anyTie = fc.record({
  author: fc.constantFrom<('accepted' | 'requested' | 'none')[]>('accepted', 'requested', 'none'),
  place: fc.constantFrom<('accepted' | 'requested' | 'none')[]>('accepted', 'requested', 'none'),
});

test('nobody hears of a post that they may not read, and whoever is told of one may', async () => {
  const server = await aServer();
  const ports = portsOf(server);
  const { store } = ports;
  const [author, reader, place] = [
    (await aMember(server)).account,
    (await aMember(server, 'bram')).account,
    (await aMember(server, 'place')).account,
  ];
  let count = 0;
  await fc.assert(
    fc.asyncProperty(anyPost, anyTie, async ({ visibility, inPlace, names, tagged }, tie) => {
      await forgetFollows(store, reader.id);
      if (tie.author !== 'none') await follow(store, reader.id, author.id, tie.author);
      if (tie.place !== 'none') await follow(store, reader.id, place.id, tie.place);
      count += 1;
      const posted = await postStatus(
        store,
        {
          accountId: author.id,
          text: `Bericht ${count}`,
          language: null,
          visibility,
          inReplyToId: null,
          sensitive: false,
          spoilerText: '',
          placeId: inPlace ? place.id : null,
          mentions: names ? [reader.id] : [],
          tags: tagged ? ['archief'] : [],
        },
        null,
      );
      if (posted.kind !== 'made') throw new Error(posted.kind);
      const { id } = posted.status;
      const events = await store.db.selectFrom('events').selectAll().execute();
      const ofPost = events.filter((event) => event.status_id === id || event.account_id === reader.id);
      const news = await newsFor(ports, await whatHappened(ports, ofPost), reader.id);
      const may = (await visibleStatus(store, id, reader.id)) !== undefined;
      const told = news.filter(({ payload }) => payload.includes(`Bericht ${count}<`));
      if (!may) expect(told).toEqual([]);
      if (visibility !== 'public') expect(told.filter(({ forAll }) => forAll)).toEqual([]);
      if (visibility === 'public') expect(told.some(({ forAll }) => forAll)).toBe(true);
      if (names) expect(told.some(({ event }) => event === 'notification')).toBe(true);
      await store.db.deleteFrom('events').execute();
    }),
    { numRuns: RUNS },
  );
});
