import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hashPassword } from '@/server/auth/secrets';
import { listen } from '@/server/listen';
import { createAccount } from '@/server/store/accounts';
import { openStore } from '@/server/store/open-store';
import { aDatabase } from '../database';
import { PASSWORD } from '../support';
import { Visitor } from '../visitor';

/** A community that listens on this machine, with two members who are signed in with their browsers. */
export async function aListeningCommunity() {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-clients-'));
  const { url: databaseUrl, drop } = await aDatabase();
  const store = must(await openStore({ folder, databaseUrl, communityName: 'Proef' }));
  const about = { name: 'Proef', language: 'nl', version: '0.1.0', folder } as const;
  const server = must(
    await listen(store, { ...about, host: '127.0.0.1', port: 0, origin: null, rateLimit: 0 }),
  );
  onTestFinished(async () => {
    await server.close();
    await store.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const passwordHash = await hashPassword(PASSWORD);
  const joined = async (handle: string, displayName: string): Promise<Visitor> => {
    must(await createAccount(store, { handle, displayName, passwordHash, role: 'member' }));
    const visitor = new Visitor(overTheNetwork(server.origin), {}, server.origin);
    await visitor.signIn(handle, PASSWORD);
    return visitor;
  };
  return {
    origin: server.origin,
    store,
    anna: await joined('anna', 'Anna de Wit'),
    bram: await joined('bram', 'Bram Claes'),
  };
}

function overTheNetwork(origin: string) {
  return {
    request: (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { ...init, redirect: 'manual' }),
  };
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

/** The member says yes on the page that an app sent them to; the code comes back by address, or stands on the page. */
export async function agree(visitor: Visitor, address: string): Promise<string> {
  const { pathname, search } = new URL(address);
  const answer = await visitor.fillIn(`${pathname}${search}`, { decision: 'allow' });
  const location = answer.headers.get('location');
  if (location !== null) return new URL(location).searchParams.get('code') ?? '';
  return /<code>([^<]+)<\/code>/.exec(await answer.text())?.[1] ?? '';
}
