import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readChoices } from '@/entrypoints/background/choices';
import { aBackground, NOW, popup } from '@/tests/support/background-world';
import { DAY_MS } from '@/utils/kernel/clock';
import type { Replies } from '@/utils/messaging/contract';

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const call = {
  text: 'Deze maand: vernietigingslijsten',
  words: ['vernietig'],
  from: dateOf(NOW - 2 * DAY_MS),
  until: dateOf(NOW + 2 * DAY_MS),
};
const past = { ...call, from: '2020-01-01', until: '2020-01-31' };

function must<Value>(read: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

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
