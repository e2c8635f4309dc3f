import { expect, test } from 'vitest';
import { call } from './a-community';
import { aMember, aServer } from './support';

const MARKS = '\u0301'.repeat(300_000);
const ENDLESS = [
  ['one letter under a tower of accents', `a${MARKS}`],
  ['one endless address', `https://${'a'.repeat(300_000)}`],
  ['one name on an endlessly named server', `@a@${'b'.repeat(300_000)}`],
] as const;

test.each(ENDLESS)('%s is few characters, and still too long for a post', async (_what, text) => {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const ways = [{ status: text }, { status: 'Kort', spoiler_text: text }];
  for (const words of ways) {
    expect((await call(server, anna, 'POST', '/api/v1/statuses', words)).status).toBe(422);
  }
});

test('a name under a tower of accents would cover what others wrote', async () => {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const rename = (display_name: string) =>
    call(server, anna, 'PATCH', '/api/v1/accounts/update_credentials', { display_name });
  expect((await rename(`A${MARKS}`)).status).toBe(422);
  expect((await rename('👩‍👩‍👧‍👦'.repeat(60))).status).toBe(200);
});

test('5,000 characters that take much room each are a post', async () => {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const answer = await call(server, anna, 'POST', '/api/v1/statuses', { status: '👩‍👩‍👧‍👦'.repeat(5_000) });
  expect(answer.status).toBe(200);
});
