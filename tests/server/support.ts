import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '@/server/app';
import { hashPassword, makeSecret } from '@/server/auth/secrets';
import { forgetLinkFile } from '@/server/coordinator-link';
import { type Account, createAccount } from '@/server/store/accounts';
import { addApplication, addToken } from '@/server/store/applications';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { secureBytes } from '@/utils/kernel/random';
import { aDatabase } from './database';

export const ORIGIN = 'http://127.0.0.1:8700';
export const NOW = Date.UTC(2026, 10, 24, 10);
export const PASSWORD = 'correct horse battery';
const SCOPES = 'read write';

/** A real server in memory around a real database on disk; `time` is its clock. */
export async function aServer({ rateLimit = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-server-'));
  const time = { now: NOW };
  const { url: databaseUrl, drop } = await aDatabase();
  const open = async (): Promise<Store> => {
    const store = await openStore({ folder, databaseUrl, communityName: 'Proef', clock: () => time.now });
    if (!store.ok) throw new Error(store.error);
    return store.value;
  };
  let store = await open();
  const build = () =>
    createApp(
      {
        store,
        clock: () => time.now,
        randomBytes: secureBytes,
        origin: ORIGIN,
        name: 'Proef',
        language: 'nl',
        version: '0.1.0',
      },
      { onJoined: () => forgetLinkFile(folder), rateLimit },
    );
  let app = build();
  onTestFinished(async () => {
    await store.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    time,
    folder,
    databaseUrl,
    store: () => store,
    request: (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init),
    /** As after a restart: another process on the same folder. */
    restart: async () => {
      await store.close();
      store = await open();
      app = build();
    },
  };
}
export type Server = Awaited<ReturnType<typeof aServer>>;

export interface Member {
  readonly account: Account;
  readonly token: string;
}

/** Made once: it is slow on purpose. */
let passwordHash: Promise<string> | undefined;

/** A member with an access token, made behind the pages' back. */
export async function aMember(
  server: Pick<Server, 'store'>,
  handle = 'anna',
  role: Account['role'] = 'member',
): Promise<Member> {
  const store = server.store();
  passwordHash ??= hashPassword(PASSWORD);
  const account = await createAccount(store, {
    handle,
    displayName: handle,
    passwordHash: await passwordHash,
    role,
  });
  if (!account.ok) throw new Error(account.error);
  const clientId = makeSecret(secureBytes);
  await addApplication(store, {
    clientId,
    secret: makeSecret(secureBytes),
    name: 'test',
    website: null,
    redirectUris: ['https://app.example/back'],
    scopes: SCOPES,
  });
  const token = makeSecret(secureBytes);
  await addToken(store, token, { client_id: clientId, account_id: account.value.id, scopes: SCOPES });
  return { account: account.value, token };
}

export interface PostedStatus {
  readonly id: string;
  readonly content: string;
  readonly error?: string;
}

/** Posts as an app does, with or without a key. */
export async function post(server: Server, token: string, status: string, key?: string) {
  const response = await server.request('/api/v1/statuses', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify({ status }),
  });
  return { status: response.status, body: (await response.json()) as PostedStatus };
}

export async function get<Body>(server: Server, token: string, path: string) {
  const response = await server.request(path, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}
