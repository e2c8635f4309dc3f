import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createApp } from '@/server/app';
import { hashPassword } from '@/server/auth/secrets';
import { createAccount } from '@/server/store/accounts';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { connect } from '@/utils/community/auth/connect';
import { createHttp, type Http } from '@/utils/community/http';
import { createPerform } from '@/utils/community/store';
import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { must, World } from '../support/outbox-world';

export const ORIGIN = 'http://127.0.0.1:4999';
const REDIRECT = 'https://abc.chromiumapp.org/';
const PASSWORD = 'een lang wachtwoord';

let folder: string;
export let store: Store;
export let request: (url: string, init?: RequestInit) => Promise<Response>;

/** A server of our own with one member, new for each test of a file. */
export function useOwnServer(): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deelgenoot-'));
    store = must(await openStore({ folder, communityName: 'Huis' }));
    const passwordHash = await hashPassword(PASSWORD);
    must(await createAccount(store, { handle: 'ann', displayName: 'Ann', passwordHash, role: 'member' }));
    const ports = { store, clock: systemClock, randomBytes: secureBytes, origin: ORIGIN, name: 'Huis' };
    const app = createApp({ ...ports, language: 'nl', version: '0.1.0' });
    request = async (url, init) => app.request(url, init);
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
}

/** The person at the sign-in window: signs in, and agrees on the page that asks. */
async function agree(url: string): Promise<string | null> {
  const post = (to: string, fields: URLSearchParams, cookie = '') =>
    request(to, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
      headers: { origin: ORIGIN, cookie, 'sec-fetch-site': 'same-origin' },
    });
  const signedIn = await post(
    `${ORIGIN}/sign-in`,
    new URLSearchParams({ handle: 'ann', password: PASSWORD }),
  );
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await request(url, { headers: { cookie } })).text();
  const fields = new URLSearchParams({ decision: 'allow' });
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1]?.replaceAll('&amp;', '&');
    if (name !== undefined) fields.set(name, value ?? '');
  }
  return (await post(`${ORIGIN}/oauth/authorize`, fields, cookie)).headers.get('location');
}

/** Somebody who signed in there. */
export async function connectedWorld() {
  const http: Http = createHttp((url, init) => request(String(url), init));
  const world = new World();
  const ports = { http, db: world.db, clock: world.clock, window: { redirectUri: REDIRECT, launch: agree } };
  const community = must(await connect(ports, { address: ORIGIN, scope: 'own' }));
  return { world, community, http, perform: createPerform(world.db, http, world.clock) };
}
