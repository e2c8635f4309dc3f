import { expect, test } from 'vitest';
import { connect, look, signIn } from '@/utils/community/auth/connect';
import { createRecentlyFound } from '@/utils/community/auth/recently-found';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { aDatabase, must, START } from '../../support/outbox-world';
import { DISCOURSE } from './specimen';

/** Somebody who connects a forum with a key; `asked` is what went there since it was last read. */
function aPerson() {
  const { account, create } = DISCOURSE;
  const time = { now: START };
  const clock = () => time.now;
  const [db, fake, requests] = [aDatabase(), create(clock), [] as string[]];
  const http = async (request: Parameters<typeof fake.answer>[0]) => {
    requests.push(`${request.method} ${request.url.replace(account.base, '')}`);
    return succeed(fake.answer(request));
  };
  const window = { redirectUri: 'https://abc.chromiumapp.org/', launch: async () => null };
  const pending = { read: async () => ({}), change: async () => ({}) };
  const ports = { db, http, clock, window, pending, recently: createRecentlyFound(clock) };
  const address = account.base;
  const typed = { address, scope: 'own', way: 'token', secret: account.token } as const;
  return {
    time,
    asked: () => requests.splice(0),
    connect: () => connect(ports, { address, scope: 'own' }),
    look: () => look(ports, address),
    signIn: () => signIn(ports, typed),
  };
}

test('what stands at an address is asked for once, however many steps it takes to connect', async () => {
  const person = aPerson();
  expect(await person.connect()).toMatchObject({ error: { code: 'sign-in-choose' } });
  const looking = person.asked();
  expect(looking.at(-1)).toBe('GET /site/basic-info.json');
  must(await person.look());
  expect(person.asked()).toEqual(['POST /user-api-key/device/poll.json']);
  const signing = must(await person.signIn());
  expect(person.asked()).toEqual(['GET /site/settings.json', 'GET /session/current.json', 'GET /site.json']);
  const community = 'community' in signing ? signing.community : null;
  expect(community?.callsAskedAt, 'what it can do is known').toBe(START);
});

test('and is asked for again once it may be another', async () => {
  const person = aPerson();
  must(await person.look());
  person.time.now += 5 * MINUTE_MS;
  person.asked();
  must(await person.signIn());
  expect(person.asked()).toContain('GET /site/basic-info.json');
});
