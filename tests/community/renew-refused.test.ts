import { expect, test } from 'vitest';
import { HOUR, signedIn, thank } from './house-world';

test.each<[string, number, unknown, object]>([
  ['refuses', 400, { error: 'invalid_grant' }, { kind: 'auth', why: 'expired' }],
  ['does not know us any more', 401, { error: 'invalid_client' }, { kind: 'auth', why: 'expired' }],
  [
    'wants an administrator first',
    400,
    { error: 'invalid_grant', suberror: 'consent_required' },
    { kind: 'auth', why: 'consent' },
  ],
  [
    'wants to see the person',
    400,
    { error: 'interaction_required', error_description: 'AADSTS50076: you must use multi-factor' },
    { kind: 'auth', why: 'expired' },
  ],
  ['is busy', 429, { error: 'slow_down' }, { kind: 'retry', applied: 'no' }],
  ['is ill', 503, '', { kind: 'retry', applied: 'no' }],
  ['is ill for now', 400, { error: 'temporarily_unavailable' }, { kind: 'retry', applied: 'no' }],
  ['is hidden by a page', 200, '<html>', { kind: 'retry', applied: 'no' }],
  ['is hidden by a gate', 403, '<html>', { kind: 'retry', applied: 'no' }],
  ['gives a token of another kind', 200, { access_token: 'a', token_type: 'mac' }, { kind: 'retry' }],
])('where the server %s nothing was done', async (_what, status, body, error) => {
  const { world, server, community } = await signedIn();
  world.now += 2 * HOUR;
  server.instead.set('/token', [status, body]);
  expect(await thank(world.perform(), community)).toMatchObject({ ok: false, error });
  expect(server.asked('/api/mark')).toBe(0);
  expect(await world.db.communities.count()).toBe(1);
});

test('with what was refused once nobody asks again', async () => {
  const { world, server, community } = await signedIn();
  world.now += 2 * HOUR;
  server.refreshTokens.clear();
  await thank(world.perform(), community);
  await thank(world.perform(), community);
  expect(server.asked('/token')).toBe(1);
});
