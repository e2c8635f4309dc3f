import { expect, inject, test } from 'vitest';
import { openStore } from '@/server/store/open-store';
import { postStatus } from '@/server/store/post-status';
import type { Store } from '@/server/store/store';
import { aMember, aServer } from './support';
import { words } from './words';

const ROUNDS = process.env.DEELGENOOT_LONG === '1' ? 200 : 25;
const LONG_ENOUGH = 60_000;

async function aNode(server: Awaited<ReturnType<typeof aServer>>): Promise<Store> {
  const { databaseUrl, folder } = server;
  const node = await openStore({ folder, databaseUrl, communityName: 'Proef', clock: () => server.time.now });
  if (!node.ok) throw new Error(node.error);
  return node.value;
}

test.each([
  ['with one key', true],
  ['without a key', false],
])(
  'six posts at once %s on two nodes are one post, every time',
  async (_how, keyed) => {
    const server = await aServer();
    const { account } = await aMember(server);
    const here = server.store();
    const there = inject('postgres') === undefined ? here : await aNode(server);
    for (let round = 0; round < ROUNDS; round += 1) {
      const key = keyed ? `key-${round}` : null;
      const posts = await Promise.all(
        [here, there, here, there, here, there].map((node) =>
          postStatus(node, words(account.id, `Ronde ${round}`), key),
        ),
      );
      const ids = posts.map((post) => (post.kind === 'gone' ? post.id : post.status.id));
      expect(new Set(ids).size).toBe(1);
      expect(posts.filter(({ kind }) => kind === 'made')).toHaveLength(1);
    }
    const { count } = await here.db
      .selectFrom('statuses')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(ROUNDS);
    if (there !== here) await there.close();
  },
  LONG_ENOUGH,
);
