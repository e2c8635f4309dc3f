import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecret } from '@/server/auth/secrets';
import { createAccount } from '@/server/store/accounts';
import { addApplication, addToken } from '@/server/store/applications';
import { openStore, type Store } from '@/server/store/store';
import { secureBytes } from '@/utils/kernel/random';
import { type Postgres, startPostgres } from '../../support/postgres';

/** A database to measure: how to open it in this process, and how another process does. */
export interface Measured {
  readonly name: string;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  open(): Promise<Store>;
  end(): Promise<void>;
}

export async function aSqlite(): Promise<Measured> {
  return measured('SQLite', undefined, () => Promise.resolve());
}

/** Durable, as people run it. */
export async function aPostgres(): Promise<Measured> {
  const postgres: Postgres = await startPostgres({ durable: true });
  await postgres.run('create database bench');
  return measured('PostgreSQL', postgres.url('bench'), () => postgres.stop());
}

function measured(name: string, databaseUrl: string | undefined, stop: () => Promise<void>): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-bench-'));
  return {
    name,
    folder,
    databaseUrl,
    open: async () => {
      const store = await openStore({ folder, databaseUrl, communityName: 'Bench' });
      if (!store.ok) throw new Error(store.error);
      return store.value;
    },
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A member who can post, without a password: nobody signs in here. */
export async function aMember(store: Store, handle: string): Promise<{ id: string; token: string }> {
  const account = await createAccount(store, {
    handle,
    displayName: handle,
    passwordHash: '',
    role: 'member',
  });
  if (!account.ok) throw new Error(account.error);
  const clientId = makeSecret(secureBytes);
  const scopes = 'read write';
  const app = { clientId, secret: clientId, name: 'bench', website: null, redirectUris: [], scopes };
  await addApplication(store, app);
  const token = makeSecret(secureBytes);
  await addToken(store, token, { client_id: clientId, account_id: account.value.id, scopes });
  return { id: account.value.id, token };
}
