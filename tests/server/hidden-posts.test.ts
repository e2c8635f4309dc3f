import { expect, test } from 'vitest';
import { call, idsOf, type Shown, say } from './a-community';
import { aMember, aServer } from './support';

const ABOUT_ONE_POST: readonly (readonly [method: string, path: string])[] = [
  ['GET', ''],
  ['PUT', ''],
  ['DELETE', ''],
  ...['context', 'history', 'source', 'favourited_by', 'reblogged_by'].map(
    (path) => ['GET', `/${path}`] as const,
  ),
  ...[
    'favourite',
    'unfavourite',
    'reblog',
    'unreblog',
    'bookmark',
    'unbookmark',
    'mute',
    'unmute',
    'pin',
    'unpin',
  ].map((path) => ['POST', `/${path}`] as const),
];

test.each(ABOUT_ONE_POST)(
  '%s …%s: hidden, deleted and unknown posts are the same 404',
  async (method, path) => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const hidden = await say(server, anna, 'Voor mij', { visibility: 'direct' });
    const gone = await say(server, anna, 'Weg');
    await call(server, anna, 'DELETE', `/api/v1/statuses/${gone.id}`);
    for (const id of [hidden.id, gone.id, '1', 'x']) {
      const answer = await call(
        server,
        joris,
        method,
        `/api/v1/statuses/${id}${path}`,
        method === 'PUT' ? { status: 'x' } : undefined,
      );
      expect(answer).toMatchObject({ status: 404, body: { error: 'Record not found' } });
    }
  },
);

test.each(['favourites', 'bookmarks'])('what is hidden again is no longer among one’s %s', async (list) => {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const joris = await aMember(server, 'joris');
  const post = await say(server, anna, 'Voor @joris', { visibility: 'direct' });
  const deleted = await say(server, anna, 'Voor iedereen');
  for (const { id } of [post, deleted])
    await call(server, joris, 'POST', `/api/v1/statuses/${id}/${list.slice(0, -1)}`);
  const listed = async () => idsOf((await call<Shown[]>(server, joris, 'GET', `/api/v1/${list}`)).body);
  expect(await listed()).toEqual([deleted.id, post.id]);
  await call(server, anna, 'PUT', `/api/v1/statuses/${post.id}`, { status: 'Toch voor niemand' });
  await call(server, anna, 'DELETE', `/api/v1/statuses/${deleted.id}`);
  expect(await listed()).toEqual([]);
});
