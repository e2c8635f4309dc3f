import type { Community } from '@/utils/community/community';
import type { FoundPost } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import type { Change } from './changes';
import { dueOf } from './claim';
import type { Entry } from './entry';
import { findPost } from './find-post';
import { settled } from './outcome';
import { arrived, sha256 } from './receipt';
import { pauseSignedOut } from './resume';
import { saysTheSame } from './same-text';
import type { SendingPorts } from './sending-ports';
import { HELD_LONG_MS, untilLook } from './times';

const MOST_AT_ONCE = 5;

/** Looks for what moderators held, a few at a time: gives how many stand there now. */
export async function followHeld(ports: SendingPorts, community: Community): Promise<number> {
  const { db, clock, journal } = ports;
  const due = await dueOf(db, community.id, 'held', clock()).limit(MOST_AT_ONCE).toArray();
  let delivered = 0;
  for (const entry of due) {
    const change = await look(ports, community, entry);
    const after = await journal.make(change);
    if (after?.state === 'delivered') delivered += 1;
  }
  return delivered;
}

async function look(ports: SendingPorts, community: Community, entry: Entry): Promise<Change> {
  const { db, perform, clock } = ports;
  const [found, hash] = await Promise.all([findPost(perform, community, entry, clock()), sha256(entry.text)]);
  const now = clock();
  const waited = now - (entry.lastTriedAt ?? now);
  const later = heldBy(entry, { ...entry, dueAt: now + untilLook(waited) });
  if (!found.ok) {
    const { error } = found;
    if (error.kind === 'auth' && error.why === 'expired') await pauseSignedOut(db, community);
    const waitMs = keptBackFor(error);
    return waitMs === null ? later : heldBy(entry, { ...entry, dueAt: now + waitMs });
  }
  const post = found.value;
  if (post !== null && isShown(post, entry)) return arrived(settled(entry, 'delivered'), post, hash, now);
  return waited < HELD_LONG_MS
    ? later
    : heldBy(entry, { ...entry, state: 'parked', reason: 'held-long', detail: null });
}

/** Whether readers see it: of a change, its own text. */
function isShown(post: FoundPost, entry: Entry): boolean {
  if (entry.corrects === null) return post.held !== true;
  return post.held !== true && post.heldChange !== true && saysTheSame(post, entry);
}

/** Only while it is still held: the person may have deleted it meanwhile. */
function heldBy(before: Entry, after: Entry): Change {
  return {
    entryId: before.id,
    to: (stored) => (stored?.state === 'held' && stored.lastTriedAt === before.lastTriedAt ? after : null),
  };
}
