import { buildRequest } from '@/utils/community/connectors/mastodon/build';
import { keepCommunity } from '@/utils/community/store';
import type { Entry } from '@/utils/outbox/entry';
import { Database } from '@/utils/storage/database';
import { communityOf, draftOf, entryOf, type Target } from './samples';

const AT_ONCE = 4;
const HOUR_MS = 3_600_000;

/** The extension's own database, beside the worker that works with it. */
const db = new Database();

/** Puts so many posts in the outbox, due for an hour, and answers once they are there. */
export async function fill(target: Target, count: number): Promise<void> {
  const community = communityOf(target);
  await keepCommunity(db, community, target.token);
  const since = Date.now() - HOUR_MS;
  await db.entries.bulkAdd(
    Array.from({ length: count }, (_, n) => entryOf(draftOf(n), community, since + n)),
  );
}

/** Removes every post and receipt. */
export async function empty(): Promise<void> {
  await db.transaction('rw', [db.entries, db.receipts, db.drafts, db.paces], async () => {
    await Promise.all([db.entries.clear(), db.receipts.clear(), db.drafts.clear(), db.paces.clear()]);
  });
}

/** Nothing leaves for an hour: the community asked to wait. */
export async function holdBack(target: Target): Promise<void> {
  const { id: communityId } = communityOf(target);
  const until = Date.now() + HOUR_MS;
  await db.paces.put({ communityId, failures: 0, asked: until, until });
}

export interface Counts {
  readonly delivered: number;
  readonly receipts: number;
  readonly entries: number;
}

export async function counts(): Promise<Counts> {
  const delivered = await db.entries.filter(({ state }) => state === 'delivered').count();
  return { delivered, receipts: await db.receipts.count(), entries: await db.entries.count() };
}

/** Milliseconds that a bare loop takes for as many posts of the same form: four at a time, nothing kept. */
export async function sendBarely(target: Target, count: number): Promise<number> {
  const community = communityOf(target);
  const entries = Array.from({ length: count }, (_, n) => entryOf(draftOf(n), community));
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let entry = entries[next++]; entry !== undefined; entry = entries[next++]) {
        await send(target, entry);
      }
    }),
  );
  return performance.now() - startedAt;
}

async function send(target: Target, { text, key, practice, audience }: Entry): Promise<void> {
  const operation = {
    verb: 'send',
    text,
    key,
    audience,
    language: practice.language,
    placeId: null,
  } as const;
  const { url, method, headers, body } = buildRequest(operation, {
    ...target,
    base: target.origin,
    member: null,
  });
  const answer = await fetch(url, { method, headers, body: body ?? null });
  await answer.text();
  if (!answer.ok) throw new Error(`POST answered ${answer.status}`);
}
