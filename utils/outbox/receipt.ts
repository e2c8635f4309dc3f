import type { PostRef } from '@/utils/community/connector';
import { freeReplies } from './behind';
import type { Entry, Receipt } from './entry';
import { readPost } from './post';
import type { OutboxDatabase } from './store';

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Writes receipt and "delivered" in one strict transaction: nobody reads the one without the other. An entry that the
 * person wiped meanwhile stays wiped.
 */
export async function recordDelivery(
  db: OutboxDatabase,
  entry: Entry,
  ref: PostRef,
  now: number,
): Promise<void> {
  const receipt: Omit<Receipt, 'at'> = {
    entryId: entry.id,
    communityId: entry.communityId ?? '',
    postId: ref.id,
    url: ref.url,
    title: entry.practice.title,
    reference: entry.reference,
    corrects: entry.corrects?.entryId ?? null,
    withdrawnAt: null,
    sha256: await sha256(entry.text),
  };
  await db.transaction('rw', [db.entries, db.receipts], async () => {
    if ((await db.entries.get(entry.id)) === undefined) return;
    const before = await readPost(db, entry.id);
    // After what it replaces, also where a clock jumped back: the newest text is the one that stands there.
    await db.receipts.put({ ...receipt, at: Math.max(now, (before?.newest.at ?? 0) + 1) });
    await db.entries.put(entry);
    await freeReplies(db, entry, ref.id, now);
  });
}

/** Writes what became of an entry, if it is still ours: another worker may have taken over what we gave up. */
export function recordOutcome(db: OutboxDatabase, before: Entry, after: Entry): Promise<void> {
  return db.transaction('rw', db.entries, async () => {
    const stored = await db.entries.get(before.id);
    if (stored?.state !== before.state || stored.lastTriedAt !== before.lastTriedAt) return;
    await db.entries.put(after);
  });
}
