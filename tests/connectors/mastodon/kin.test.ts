import { describe, expect, test } from 'vitest';
import type { Community } from '@/utils/community/community';
import type { Operation } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { mastodon } from '@/utils/community/connectors/mastodon/platform';
import { createHttp } from '@/utils/community/http';
import { newCommunity } from '@/utils/community/new-community';
import { performWith } from '@/utils/community/perform';
import { createPerform, keepCommunity } from '@/utils/community/store';
import { read } from '@/utils/practice/read';
import { tidy } from '@/utils/practice/tidy';
import { aMember } from '../../server/support';
import { anAccount } from '../../support/accounts';
import { must, World } from '../../support/outbox-world';
import { aPractice, WORDINGS } from '../../support/practices';
import { KIN, type Kin } from './kin';
import { openKin } from './kin-server';

const http = createHttp();

/** Somebody who is connected to a server of this kind, over real HTTP. */
async function connectedTo(kin: Kin) {
  const { server, door, origin } = await openKin(kin);
  const { account, token } = await aMember(server);
  const world = new World();
  server.time.now = world.now;
  const connector = createMastodon(world.clock);
  const ask = <V extends Operation['verb']>(operation: Extract<Operation, { verb: V }>) =>
    performWith<V>(connector, anAccount(origin, { token, member: null }), operation, http);
  const capabilities = must(await ask<'capabilities'>({ verb: 'capabilities' }));
  const me = must(await ask<'me'>({ verb: 'me' }));
  const at = { platform: mastodon.id, base: origin, scope: 'across', now: world.now } as const;
  const community: Community = newCommunity(at, me, capabilities);
  await keepCommunity(world.db, community, token);
  const pass = (ms: number): void => {
    world.pass(ms);
    server.time.now = world.now;
  };
  const deliver = () => world.deliver({ perform: createPerform(world.db, http, world.clock) });
  const send = (title: string) => world.send(title, { communityId: community.id, audience: 'followers' });
  const say = (text: string, more: Partial<Extract<Operation, { verb: 'send' }>> = {}) =>
    ask<'send'>({
      ...{
        verb: 'send',
        text,
        language: 'nl',
        audience: 'followers',
        placeId: null,
        key: crypto.randomUUID(),
      },
      ...more,
    } as const);
  return { account, ask, capabilities, community, deliver, door, origin, pass, say, send, world };
}

describe.each(KIN.map((kin) => [kin.name, kin] as const))('%s', (_name, kin) => {
  test('is recognised by what it says of itself, and so is what it can', async () => {
    const { origin, capabilities } = await connectedTo(kin);
    const said = kin.says.v2 ?? kin.says.v1;
    const found = [];
    for (const probe of mastodon.recognise.probes?.(origin) ?? [])
      found.push(mastodon.recognise.read?.(must(await http(probe)), origin) ?? null);
    expect(found.find((one) => one !== null)).toEqual({
      base: origin,
      ...{ name: Reflect.get(said ?? {}, 'title'), version: Reflect.get(said ?? {}, 'version') },
    });
    expect(capabilities).toMatchObject({
      maxCharacters: kin.maxCharacters,
      canEdit: kin.edits,
      countsIn: kin.means.countsIn,
      format: kin.means.format,
      keepsKeys: false,
      audiences: ['followers', 'public'],
    });
  });

  test('takes a practice, gives it back, thanks, edits where it can, and removes', async () => {
    const { ask, community, deliver, say, send, world } = await connectedTo(kin);
    const entry = await send('Zo kies ik');
    expect(must(await deliver()).delivered).toBe(1);
    const { postId = '' } = (await world.db.receipts.get(entry.id)) ?? {};
    const query = { verb: 'find', marker: entry.reference, since: 0, authorId: community.accountId } as const;
    const [post] = must(await ask<'find'>(query)).posts;
    // What a kin makes of Markdown is its own: ours keeps what it was sent.
    if (kin.means.format === 'plain')
      expect(read(post?.text ?? '', WORDINGS)?.practice).toEqual(tidy(aPractice({ title: 'Zo kies ik' })));
    must(await ask<'mark'>({ verb: 'mark', postId, on: true }));
    must(await ask<'mark'>({ verb: 'mark', postId, on: true }));
    expect(must(await ask<'find'>(query)).posts[0]).toMatchObject({ id: postId, thanks: 1, thanked: true });
    const again = await say(`Anders.\n\nRef. ${entry.reference}`, { edits: postId });
    if (kin.edits) expect(must(await ask<'find'>(query)).posts[0]?.text).toContain('Anders.');
    else expect(again).toEqual({ ok: false, error: { kind: 'gone' } });
    must(await ask<'remove'>({ verb: 'remove', postId }));
    must(await ask<'remove'>({ verb: 'remove', postId }));
    expect(must(await ask<'find'>(query)).posts).toEqual([]);
  });

  test('is paged back through, whatever links it gives', async () => {
    const { ask, community, pass, say } = await connectedTo(kin);
    for (let number = 0; number < 45; number += 1) {
      pass(1_000);
      must(await say(`Bericht ${number}`));
    }
    const query = { verb: 'find', marker: 'Bericht', since: 0, authorId: community.accountId } as const;
    const texts: string[] = [];
    let next: { cursor?: string } = {};
    for (let page = 0; page < 10; page += 1) {
      const { posts, cursor } = must(await ask<'find'>({ ...query, ...next }));
      texts.push(...posts.map(({ text }) => text));
      if (cursor === null) break;
      next = { cursor };
    }
    expect(texts).toEqual(Array.from({ length: 45 }, (_, at) => `Bericht ${44 - at}`));
  });

  test('refuses in its own words, which say what is wrong', async () => {
    const { door, pass, say } = await connectedTo(kin);
    expect(await say('x'.repeat(kin.maxCharacters + 1))).toEqual({ ok: false, error: kin.means.tooLong });
    door.faults.push('refused');
    expect(await say('Te weigeren')).toMatchObject({
      ok: false,
      error: { kind: 'invalid', message: expect.stringContaining('Text is not allowed') },
    });
    door.faults.push('limited');
    const limited = await say('Te veel');
    const asked = Object.keys(kin.resets(0)).length > 0;
    expect(limited).toMatchObject({
      ok: false,
      error: { kind: 'retry', applied: 'no', ...(asked ? { afterMs: 60_000 } : {}) },
    });
    pass(60_000);
    door.isSignedOut = true;
    expect(await say('Te laat')).toEqual({ ok: false, error: { kind: 'auth', why: 'expired' } });
  });

  test.each(['lost before', 'lost after', 'cut off', 'ill'] as const)('exactly once: %s', async (fault) => {
    const { deliver, door, pass, send, world } = await connectedTo(kin);
    const entry = await send('Precies één keer');
    door.faults.push(fault);
    for (let turn = 0; turn < 20; turn += 1) {
      await deliver();
      if ((await world.entry(entry.id)).state === 'delivered') break;
      pass(5 * 60_000);
    }
    expect(await world.entry(entry.id)).toMatchObject({ state: 'delivered' });
    expect(door.passed).toBe(1);
  });
});
