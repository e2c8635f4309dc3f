import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Account, freePort, MEMBER, openCommunity } from '@/tests/support/community';
import type { Stored } from '../judge';
import { FaultProxy } from './proxy';

/** Somebody else at the same community. */
const COLLEAGUE: Account = {
  displayName: 'Bert de Boer',
  handle: 'bert',
  password: 'nog-een-lang-genoeg-wachtwoord',
};

/** The real community server behind the fault proxy, and its own database. */
export interface ProxiedCommunity {
  readonly origin: string;
  readonly proxy: FaultProxy;
  readonly tokens: { readonly member: string; readonly colleague: string };
  /** What its database has under these references, whoever it is of. */
  stored(references: readonly string[]): ReadonlyMap<string, readonly Stored[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function openProxiedCommunity(): Promise<ProxiedCommunity> {
  const proxy = new FaultProxy(await freePort(), await freePort());
  await proxy.open();
  const origin = `http://127.0.0.1:${proxy.port}`;
  const more = ['--origin', origin, '--rate-limit', '0'];
  const community = await openCommunity({ port: proxy.upstream, more });
  await community.join(COLLEAGUE);
  const tokens = {
    member: await community.tokenOf(MEMBER),
    colleague: await community.tokenOf(COLLEAGUE),
  };
  const database = openReadOnly(join(community.folder, 'community.db'));
  const find = database.prepare<[string], { id: string; account_id: string; text: string }>(
    'select id, account_id, text from statuses where deleted_at is null and instr(text, ?) > 0',
  );
  const storedUnder = (reference: string): Stored[] =>
    find.all(reference).map(({ id, account_id: accountId, text }) => ({ id, accountId, text }));
  return {
    origin,
    proxy,
    tokens,
    stored: (references) => new Map(references.map((reference) => [reference, storedUnder(reference)])),
    stop: () => community.stop(),
    start: () => community.start(),
    close: async () => {
      database.close();
      await proxy.close();
      await community.close();
    },
  };
}

function openReadOnly(file: string): Database.Database {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  return new Database(file, { readonly: true });
}
