import { tellStory } from '@/components/outbox/entry-story';
import { createHttp } from '@/utils/community/http';
import { createPerform, keepCommunity } from '@/utils/community/store';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import { deliver } from '@/utils/outbox/deliver';
import { nextDueAt } from '@/utils/outbox/due';
import { aBackground, NOW, popup } from './background-world';
import type { FrailServer, Frailty } from './frail-server';
import { aCommunity, createLock, must } from './outbox-world';

const t = createText('nl', nl);

/** A person whose one post meets this, and a way to go on to the next moment that something is due. */
export async function meetAnswer(
  server: FrailServer,
  frailty: Frailty | 'no connection',
  stored: boolean,
  timeoutMs: number,
) {
  const { db, ask, services } = aBackground();
  let now = NOW;
  const clock = () => now;
  let refused = frailty === 'no connection';
  const closed = 'http://127.0.0.1:1';
  const fetcher: typeof fetch = (url, init) => {
    const refusesThis = refused && init?.method === 'POST'; // pages look around meanwhile
    const to = refusesThis ? String(url).replace(server.origin, closed) : url;
    refused = refused && !refusesThis;
    return fetch(to, init);
  };
  const perform = createPerform(db, createHttp(fetcher, timeoutMs), clock);
  Object.assign(services, { clock, perform });
  const community = aCommunity({ origin: server.origin, name: 'Netwerk', keepsKeys: false });
  await keepCommunity(db, community, 'token');
  if (frailty !== 'no connection') server.next(frailty, stored);
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  const { id: communityId } = community;
  const practice = { ...draft.practice, title: 'Mappen', did: `Zo ${draft.reference}.` };
  const change = { draftId, revision: draft.revision, practice, communityId };
  const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
  const order = { draftId, revision, communityId, text: preview.text, placeId: null, audience: 'followers' };
  must(await ask('draft:send', order, popup));
  const run = () => deliver({ db, clock, perform, random: () => 0.999_999, lock: createLock() });
  const read = async () => must(await ask<'entry:read'>('entry:read', { entryId: draftId }, popup));
  return {
    run,
    read,
    nextInS: async () => {
      const next = await nextDueAt(db);
      return next === null ? null : Math.ceil((next - now) / 1_000);
    },
    goOn: async () => {
      now = (await nextDueAt(db)) ?? now;
      return run();
    },
    story: async () => tellStory(await read(), now, t, 'nl').sentence,
    count: () => server.posts.filter((text) => text === preview.text).length,
  };
}
