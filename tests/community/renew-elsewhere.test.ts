import { describe, expect, test } from 'vitest';
import type { Community } from '@/utils/community/community';
import type { Perform } from '@/utils/community/connector';
import { must } from '../support/outbox-world';
import { aHouse } from './house';
import { HOUR, HouseWorld, signedIn, thank } from './house-world';

describe('a platform at two origins', () => {
  const OTHER = 'https://graph.example';
  const platform = aHouse({}, { elsewhere: { [OTHER]: `${OTHER}/read` } });
  const thread = (perform: Perform, community: Community) =>
    perform<'thread'>(community, { verb: 'thread', postId: '1' });

  test('has a token for each, of its own scopes, and neither goes to the other', async () => {
    const { world, server, community } = await signedIn(new HouseWorld(platform));
    const [stored] = await world.stored();
    const other = stored?.elsewhere?.[OTHER]?.token;
    expect(other).toBeTruthy();
    expect(other).not.toBe(stored?.token);
    expect(server.refreshTokens.has(stored?.refreshToken ?? '')).toBe(true);
    must(await thread(world.perform(), community));
    must(await thank(world.perform(), community));
    for (const { url, headers } of server.requests) {
      const its = new URL(url).origin === OTHER ? other : stored?.token;
      expect(headers.authorization).toBe(`Bearer ${its}`);
    }
    expect(world.opened[0]?.searchParams.get('scope')).toBe(`read write ${OTHER}/read`);
  });

  test('renews both, one after another, and a stop in between is made up for', async () => {
    const { world, server, community } = await signedIn(new HouseWorld(platform));
    world.now += HOUR;
    must(await thread(world.perform(), community));
    expect(server.fieldsOf('/token').map((fields) => fields.get('scope'))).toEqual([
      'read write',
      `${OTHER}/read`,
    ]);
    world.now += HOUR;
    server.rotates = false;
    const http = server.http;
    let count = 0;
    Object.assign(server, {
      http: async (request: Parameters<typeof http>[0]) => {
        if (request.url.endsWith('/token')) count += 1;
        return count === 2
          ? { ok: false, error: { kind: 'retry', applied: 'unknown', answered: false } }
          : http(request);
      },
    });
    expect(await thread(world.perform(), community)).toMatchObject({ error: { kind: 'retry' } });
    count = 10;
    const before = server.asked('/thread');
    must(await thread(world.perform(), community));
    expect(server.asked('/thread')).toBe(before + 1); // not tried with the token that had ended
  });

  test('is not connected where one of them was not agreed to', async () => {
    const world = new HouseWorld(platform);
    const http = world.server.http;
    Object.assign(world.server, {
      http: async (request: Parameters<typeof http>[0]) =>
        new URLSearchParams(request.body).get('scope') === `${OTHER}/read`
          ? {
              ok: true,
              value: {
                status: 400,
                headers: {},
                text: JSON.stringify({ error: 'invalid_grant', suberror: 'consent_required' }),
              },
            }
          : http(request),
    });
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-consent' } });
    expect(await world.stored()).toEqual([]);
  });
});
