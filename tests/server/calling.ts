import type { Shown } from './a-community';
import { aPlace } from './people';
import { aMember, aServer, type Member, type Server } from './support';

interface Said {
  readonly status: string;
  readonly place_id?: string | undefined;
  readonly visibility?: string;
}

/** Posts as an app does that gives keys, or as one that does not. */
export async function say(server: Server, { token }: Member, said: Said, key: string | undefined) {
  const response = await server.request('/api/v1/statuses', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(said),
  });
  return { status: response.status, body: (await response.json()) as Shown };
}

/** Anna is in both places, Mia in none. */
export async function aWorld() {
  const server = await aServer();
  const [anna, bram, mia] = [
    await aMember(server, 'anna'),
    await aMember(server, 'bram'),
    await aMember(server, 'mia'),
  ];
  const kring = await aPlace(server, anna, { handle: 'kring', locked: true });
  const plein = await aPlace(server, anna, { handle: 'plein' });
  return { server, anna, bram, mia, kring, plein };
}

/** What is kept of a post: where it stands, for whom, and whom it names. */
export async function kept(server: Server, id: string) {
  const { db } = server.store();
  const { place_id, visibility } = await db
    .selectFrom('statuses')
    .select(['place_id', 'visibility'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const mentions = await db
    .selectFrom('mentions')
    .select('account_id')
    .where('status_id', '=', id)
    .orderBy('account_id')
    .execute();
  return { place_id, visibility, mentions: mentions.map(({ account_id }) => account_id) };
}
