import { expect, test } from 'vitest';
import { aPlace, call, follow, say } from './a-community';
import { aMember, aServer } from './support';

/** Two places, of which Anna is a member, and a post in the open one. */
async function aWorld() {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const joris = await aMember(server, 'joris');
  const open = await aPlace(server, 'open', false);
  const closed = await aPlace(server, 'closed', true);
  for (const place of [open, closed]) await follow(server, anna.account, place);
  const parent = await say(server, anna, 'Hallo @open');
  return { server, anna, joris, closed, open, parent };
}

test('a reply for another place than that of its post is refused: it would be read by other people', async () => {
  const { server, anna, closed, open, parent } = await aWorld();
  const reply = { status: 'Alleen voor de leden', in_reply_to_id: parent.id };
  const refused = await call(server, anna, 'POST', '/api/v1/statuses', { ...reply, place_id: closed.id });
  expect(refused.status).toBe(422);
  const same = await call(server, anna, 'POST', '/api/v1/statuses', { ...reply, place_id: open.id });
  expect(same.status).toBe(200);
});
