import { createRestAPIClient, type mastodon } from 'masto';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer } from '@/entrypoints/background/answer-messages';
import { createAnswerers } from '@/entrypoints/background/answerers';
import type { IdentifiedCaller } from '@/entrypoints/background/identify-caller';
import { createNetwork } from '@/entrypoints/background/network';
import { refreshResponses } from '@/entrypoints/background/responses';
import { aListeningCommunity } from '@/tests/server/clients/community';
import { aMember } from '@/tests/server/support';
import { createHttp, type Http } from '@/utils/community/http';
import { keepCommunity } from '@/utils/community/store';
import { HOUR_MS } from '@/utils/kernel/clock';
import type { Result } from '@/utils/kernel/result';
import type { MessageName, Problem, Replies } from '@/utils/messaging/contract';
import { deliver } from '@/utils/outbox/deliver';
import type { Practice } from '@/utils/practice/practice';
import { aBackground, popup } from './background-world';
import { aCommunity, createLock, must } from './outbox-world';

/**
 * A real community that listens on this machine; one member's background, whose clock goes ahead of it as told, and two
 * colleagues with apps of their own.
 */
export async function aColleaguesWorld() {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { origin, store } = await aListeningCommunity();
  const time = { ahead: 0 };
  const clock = () => Date.now() + time.ahead;
  const world = aBackground();
  const asked: string[] = [];
  const real = createHttp();
  const http: Http = (request) => {
    const { pathname } = new URL(request.url);
    // What the library reads has a pace of its own.
    if (!pathname.startsWith('/api/v1/timelines/')) asked.push(`${request.method} ${pathname}`);
    return real(request);
  };
  const services = { ...world.services, clock, ...createNetwork(world.db, clock, http) };
  const self = await aMember({ store: () => store }, 'emma');
  const community = aCommunity({ origin, accountId: self.account.id, connectedAt: clock() });
  await keepCommunity(world.db, community, self.token);
  onTestFinished(() => void vi.restoreAllMocks());

  const answerers = createAnswerers(services, { now: async () => undefined, hurry: async () => undefined });
  const ask = async <Name extends MessageName>(
    name: Name,
    request: unknown,
    caller: IdentifiedCaller = popup,
  ): Promise<Replies[Name]> =>
    must((await answer(answerers, name, request, caller)) as Result<Replies[Name], Problem>);

  const ports = { db: world.db, clock, perform: services.perform, random: () => 0.5, lock: createLock() };
  /** Writes in a draft and sends it, as the composer does; gives the post's id in the community. */
  const send = async (draftId: string, change: Partial<Practice>): Promise<string> => {
    const { draft } = await ask<'draft:open'>('draft:open', { draftId });
    const { communityId, placeId, audience } = draft.answers ?? {
      ...{ communityId: community.id, placeId: null, audience: 'members' },
    };
    const practice = { ...draft.practice, ...change };
    const save = { draftId, revision: draft.revision, practice, communityId };
    const { revision, preview } = await ask<'draft:save'>('draft:save', save);
    await ask('draft:send', { draftId, revision, communityId, placeId, audience, text: preview.text });
    must(await deliver(ports));
    return (await world.db.receipts.get(draftId))?.postId ?? '';
  };
  /** Asks something, and an hour passes. */
  const question = async (title: string): Promise<string> => {
    const { draftId } = await ask<'draft:new'>('draft:new', { kind: 'question' });
    const postId = await send(draftId, { title, did: 'Wie deed dit al?' });
    time.ahead += HOUR_MS;
    return postId;
  };
  /** What came back, read now and told. */
  const hear = async (): Promise<Replies['responses:read']> => {
    await refreshResponses(services);
    return ask<'responses:read'>('responses:read', {});
  };
  const colleague = async (handle: string): Promise<mastodon.rest.Client> => {
    const { token } = await aMember({ store: () => store }, handle);
    return createRestAPIClient({ url: origin, accessToken: token });
  };
  return { ...world, services, community, time, asked, ask, send, question, hear, colleague, origin };
}
