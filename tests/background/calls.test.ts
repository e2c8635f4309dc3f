import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshCalls } from '@/entrypoints/background/calls';
import { readChoices } from '@/entrypoints/background/choices';
import { aBackground, NOW, popup } from '@/tests/support/background-world';
import { TOKEN } from '@/tests/support/fake-community';
import { aCommunity, must } from '@/tests/support/outbox-world';
import { aPractice } from '@/tests/support/practices';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS } from '@/utils/kernel/clock';
import { unread } from '@/utils/library/reach';
import type { Replies } from '@/utils/messaging/contract';
import { inspect } from '@/utils/storage/inspect';

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const call = {
  text: 'Deze maand: vernietigingslijsten',
  words: ['vernietig'],
  from: dateOf(NOW - 2 * DAY_MS),
  until: dateOf(NOW + 2 * DAY_MS),
};
const past = { ...call, from: '2020-01-01', until: '2020-01-31' };

afterEach(() => vi.restoreAllMocks());

function aCalledWorld(made: typeof call) {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const world = aBackground();
  world.policy.current = { call: made };
  const overview = async (): Promise<Replies['overview:read']> =>
    must(await world.ask<'overview:read'>('overview:read', {}, popup));
  const open = async (draftId: string): Promise<Replies['draft:open']> =>
    must(await world.ask<'draft:open'>('draft:open', { draftId }, popup));
  return { ...world, overview, open };
}

const announced = {
  id: '7',
  content: '<p>Deze week: selectielijsten</p>',
  starts_at: new Date(NOW - DAY_MS).toISOString(),
  ends_at: new Date(NOW + DAY_MS).toISOString(),
  all_day: false,
  tags: [{ name: 'selectielijsten' }],
};

/** A background with a community whose server announces; `overview` also waits for what that set off. */
async function aCallingCommunity(announcements: readonly unknown[] = [announced]) {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const world = aBackground();
  await keepCommunity(world.db, aCommunity(), TOKEN);
  const { id } = aCommunity();
  await world.db.reaches.put({ ...unread(id), askedAt: NOW }); // what is shared there was read a moment ago
  world.server.always = { status: 200, body: JSON.stringify(announcements) };
  const { requests } = world.server;
  const overview = async (): Promise<Replies['overview:read']> =>
    must(await world.ask<'overview:read'>('overview:read', {}, popup));
  return { ...world, requests, overview };
}

describe('a call by a community', () => {
  test('is heard of when the popup opens, and told as one by policy is', async () => {
    const { db, services, requests, overview, counts } = await aCallingCommunity();
    await vi.waitFor(async () =>
      expect((await overview()).call).toEqual({
        text: 'Deze week: selectielijsten',
        lastAt: NOW + DAY_MS - 1,
      }),
    );
    expect(counts().announced).toBe(1);
    await vi.waitFor(() =>
      expect(requests.map(({ url }) => url)).toEqual([
        'https://community.example/api/v1/announcements',
        'https://community.example/api/v2/instance',
      ]),
    );
    const noted = (await db.requests.toArray()).map(({ purpose, to }) => `${purpose} ${to}`);
    expect(noted.sort()).toEqual(['connect https://community.example', 'read https://community.example']);
    expect((await readChoices(services)).call).toMatchObject({ words: ['selectielijsten'], verbs: [] });
    expect(await inspect(db, NOW)).toBe(0);
  });

  test('is asked after at most once a day, whoever asks and whatever comes of it', async () => {
    const { server, services, requests } = await aCallingCommunity();
    server.always = 'no-connection';
    await Promise.all([refreshCalls(services), refreshCalls(services)]);
    await refreshCalls(services);
    expect(requests).toHaveLength(1);
    await refreshCalls({ ...services, clock: () => NOW + DAY_MS - 1 });
    expect(requests).toHaveLength(1);
    await refreshCalls({ ...services, clock: () => NOW + DAY_MS });
    expect(requests).toHaveLength(2);
    await refreshCalls({ ...services, clock: () => NOW }); // a clock that was set back
    expect(requests).toHaveLength(3);
  });

  test('stays while the community does not answer, and goes when it says so', async () => {
    const { server, services } = await aCallingCommunity();
    await refreshCalls(services);
    const later = { ...services, clock: () => NOW + DAY_MS };
    server.always = { status: 503 };
    await refreshCalls(later);
    expect((await readChoices(services)).call).not.toBeNull();
    server.always = { status: 200, body: '[]' };
    await refreshCalls({ ...services, clock: () => NOW + 2 * DAY_MS });
    expect((await readChoices(services)).call).toBeNull();
  });

  test('comes with the format that the community takes by now, which previews are written in from then on', async () => {
    const { db, ask, server, services } = await aCallingCommunity();
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const practice = { ...aPractice({ did: '**Eerst** _dan_' }), link: null };
    const save = async () =>
      must(
        await ask<'draft:save'>(
          'draft:save',
          { draftId, revision: 0, practice, communityId: aCommunity().id, unanswered: [practice] },
          popup,
        ),
      ).preview;
    expect((await save()).text).toContain('**Eerst** _dan_');
    const statuses = { supported_mime_types: ['text/plain', 'text/markdown'] };
    const instance = { title: 'Huis', version: '4.4.0', configuration: { statuses } };
    server.always = null;
    server.readFaults.push({ status: 200, body: '[]' }, { status: 200, body: JSON.stringify(instance) });
    await refreshCalls(services);
    expect(await db.communities.get(aCommunity().id)).toMatchObject({ format: 'markdown' });
    const { text, blocks } = await save();
    expect(text).toContain('**Eerst** \\_dan\\_');
    expect(blocks[1]).toMatchObject({
      spans: [{ text: 'Wat ik deed: ' }, { text: 'Eerst', strong: true }, {}],
    });
  });

  test('gives way to the organisation’s own', async () => {
    const { policy, services } = await aCallingCommunity();
    await refreshCalls(services);
    policy.current = { call };
    expect((await readChoices(services)).call).toMatchObject({ text: call.text });
  });

  test('is not asked after where the sign-in has expired, or nobody is connected, or without a network', async () => {
    const { db, services, requests } = await aCallingCommunity();
    vi.stubGlobal('navigator', { onLine: false });
    await refreshCalls(services);
    vi.unstubAllGlobals();
    await db.communities.toCollection().modify({ signedOut: true });
    await refreshCalls(services);
    await db.communities.clear();
    await refreshCalls(services);
    expect(requests).toEqual([]);
  });

  test('is no announcement without tags', async () => {
    const { services } = await aCallingCommunity([{ ...announced, tags: [] }]);
    await refreshCalls(services);
    expect((await readChoices(services)).call).toBeNull();
  });
});

describe('a call by policy', () => {
  test('is told in popup and composer, and chooses what is worth asking about', async () => {
    const { services, ask, overview, open } = aCalledWorld(call);
    const told = { text: call.text, lastAt: new Date(`${call.until}T23:59:59.999`).getTime() };
    expect((await overview()).call).toEqual(told);
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const { call: beside, draft } = await open(draftId);
    expect([beside, draft.practice.topics]).toEqual([told, []]);
    expect((await readChoices(services)).call).toMatchObject({ words: ['vernietig'], verbs: [] });
  });

  test('has a draft begin with its theme as topic', async () => {
    const { ask, open } = aCalledWorld(call);
    const { draftId } = must(await ask<'draft:on-call'>('draft:on-call', {}, popup));
    expect((await open(draftId)).draft.practice).toMatchObject({
      title: '',
      topics: ['vernietigingslijsten'],
    });
  });

  test('is gone from all of them when it is over, also from a popup that was open', async () => {
    const { services, ask, overview, open } = aCalledWorld(past);
    expect((await overview()).call).toBeNull();
    expect((await readChoices(services)).call).toBeNull();
    const { draftId } = must(await ask<'draft:on-call'>('draft:on-call', {}, popup));
    const { call: beside, draft } = await open(draftId);
    expect([beside, draft.practice.topics]).toEqual([null, []]);
  });

  test('is not spoken of beside the answer to another post', async () => {
    const { db, ask, open } = aCalledWorld(call);
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const answers = { communityId: 'c', postId: '1', title: 'Eén map', audience: 'members', placeId: null };
    await db.drafts.update(draftId, { answers: answers as never });
    expect((await open(draftId)).call).toBeNull();
  });
});
