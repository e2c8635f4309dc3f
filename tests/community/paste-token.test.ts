import { describe, expect, test } from 'vitest';
import { signIn } from '@/utils/community/auth/connect';
import { must } from '../support/outbox-world';
import { aWorld, ORIGIN } from './connect-world';

/** A pasted token is there at once. */
const NOTHING_WAITS = { read: async () => ({}), change: async () => ({}) };

describe('connecting with a pasted token', () => {
  const paste = (world: ReturnType<typeof aWorld>, token: string) =>
    signIn(
      { ...world.ports, pending: NOTHING_WAITS },
      { address: ORIGIN, scope: 'across', way: 'token', secret: token },
    );

  test('works without a window', async () => {
    const world = aWorld();
    expect(must(await paste(world, ' pasted\n'))).toMatchObject({ community: { scope: 'across' } });
    expect(await world.db.tokens.toArray()).toMatchObject([{ token: 'pasted' }]);
    expect(world.opened).toHaveLength(0);
  });

  test.each(['', 'twee woorden', 'a\r\nCookie: x', 'é'])('refuses “%s” without sending it', async (token) => {
    const world = aWorld();
    expect(await paste(world, token)).toMatchObject({ error: { code: 'token-refused' } });
    expect(world.server.requests).toHaveLength(1);
  });

  test('says that the server does not accept it', async () => {
    const world = aWorld({ '/api/v1/accounts/verify_credentials': [401, ''] });
    expect(await paste(world, 'old')).toMatchObject({
      error: { code: 'token-refused', detail: 'social.example' },
    });
  });
});
