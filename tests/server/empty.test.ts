import { expect, test } from 'vitest';
import { EMPTY_LISTS, UNSUPPORTED } from '@/server/routes/empty';
import { ask } from './people';
import { aMember, aServer } from './support';

const addressOf = (path: string): string => path.replace(':id{[0-9]+}', '1');

test('what the community has none of is empty, for members', async () => {
  const server = await aServer();
  const anna = await aMember(server);
  const answers: [string, number, unknown, number][] = [];
  for (const path of Object.keys(EMPTY_LISTS).map(addressOf)) {
    const { status, body } = await ask(server, anna, 'GET', path);
    answers.push([path, status, body, (await ask(server, null, 'GET', path)).status]);
  }
  expect(answers).toEqual(Object.keys(EMPTY_LISTS).map((path) => [addressOf(path), 200, [], 401]));
});

test.each(['anna', null])('there are no emojis of our own, whoever asks (%s)', async (handle) => {
  const server = await aServer();
  const member = handle === null ? null : await aMember(server, handle);
  expect(await ask(server, member, 'GET', '/api/v1/custom_emojis')).toMatchObject({ status: 200, body: [] });
});

test('no push subscription is a record that is not there', async () => {
  const server = await aServer();
  const anna = await aMember(server);
  const { status, body } = await ask(server, anna, 'GET', '/api/v1/push/subscription');
  expect([status, body]).toEqual([404, { error: 'Record not found' }]);
});

test('what is not supported says so', async () => {
  const server = await aServer();
  const anna = await aMember(server);
  for (const [path, what] of Object.entries(UNSUPPORTED)) {
    const { status, body } = await ask(server, anna, 'POST', addressOf(path), { title: 'x' });
    expect([path, status, body]).toEqual([
      path,
      422,
      { error: `Validation failed: ${what} not supported here` },
    ]);
  }
});

test.each(['/api/v1/lists/1', '/api/v2/filters/1', '/api/v1/nothing'])('there is no %s', async (path) => {
  const server = await aServer();
  const anna = await aMember(server);
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const { status, body } = await ask(server, anna, method, path);
    expect([method, status, body]).toEqual([method, 404, { error: 'Record not found' }]);
  }
});
