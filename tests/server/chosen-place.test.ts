import { expect, test } from 'vitest';
import { call } from './a-community';
import { aMember, aServer } from './support';

test.each([
  ['an object', { place_id: { id: '1' } }],
  ['nothing at all', { place_id: '' }],
  ['a place that there is none of', { place_id: '123456789012345678' }],
])('a place that is %s is refused: the post would go to everybody', async (_what, wrong) => {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const said = { status: 'Alleen voor ons', ...wrong };
  expect((await call(server, anna, 'POST', '/api/v1/statuses', said)).status).toBe(422);
});
