import { expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { discourse } from '@/utils/community/connectors/discourse/platform';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { account, aForum } from './a-forum';
import { BASIC_INFO } from './documented';
import { BASE } from './fake';

test('a site for members only has a name before one is signed in, and its limits after', async () => {
  const { ask } = aForum({ max_post_length: 5_000 });
  const before = must(await ask<'capabilities'>({ verb: 'capabilities' }, { ...account, token: '' }));
  expect(before).toMatchObject({ name: 'Archiefforum', maxCharacters: 32_000, needsPlace: true });
  expect(must(await ask<'capabilities'>({ verb: 'capabilities' }))).toMatchObject({ maxCharacters: 5_000 });
});

test('how long a title may be is known where the site says it', async () => {
  const { ask } = aForum({ min_topic_title_length: 6 });
  const before = must(await ask<'capabilities'>({ verb: 'capabilities' }, { ...account, token: '' }));
  expect(before).not.toHaveProperty('titleLimits');
  expect(must(await ask<'capabilities'>({ verb: 'capabilities' }))).toMatchObject({
    titleLimits: { least: 6, most: 255 },
  });
});

test('places are the categories in which one may begin a topic', async () => {
  const { ask } = aForum();
  expect(must(await ask<'places'>({ verb: 'places', memberId: '11' }))).toEqual([
    { id: '5', name: 'E-depot', closed: false },
    { id: '6', name: 'E-depot › Selectie', closed: true },
  ]);
});

test('is recognised by what it tells everybody, under a path too', () => {
  const { probes, read } = discourse.recognise;
  expect(probes?.(BASE).map(({ url }) => url)).toEqual([`${BASE}/site/basic-info.json`]);
  expect(read?.(json(200, BASIC_INFO), BASE)).toEqual({ base: BASE, name: 'Archiefforum', version: '' });
  expect(read?.(json(200, { title: 'Iets anders' }), BASE)).toBeNull();
  expect(read?.(json(403, BASIC_INFO), BASE)).toBeNull();
});

test.each([
  ['k'.repeat(32), { 'user-api-key': 'k'.repeat(32) }],
  [
    discourse.tokenOf?.({ name: 'ann', secret: 'adminkey' }) ?? '',
    { 'api-key': 'adminkey', 'api-username': 'ann' },
  ],
  [discourse.tokenOf?.({ name: '', secret: 'key' }) ?? '', { 'user-api-key': 'key' }],
  ['', {}],
])('the token %s goes in its own headers', (token, headers) => {
  const { headers: sent } = discourse.connector(() => START).build({ verb: 'me' }, { ...account, token });
  expect(sent).toEqual({ accept: 'application/json', ...headers });
});

test('a post’s name cannot lead elsewhere', () => {
  const connector = discourse.connector(() => START);
  for (const postId of ['../../x?y', '..', 'a b', '', '1/2/3', '1/x'])
    for (const verb of ['thread', 'remove', 'mark'] as const) {
      const { url } = connector.build({ verb, postId, on: true } as Operation, account);
      expect(url.replace(BASE, '')).toMatch(/^\/(?:t\/0|posts\/by_number\/0\/1)\.json/u);
    }
});
