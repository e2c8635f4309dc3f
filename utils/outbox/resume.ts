import type { Community } from '@/utils/community/community';
import { lengthOf } from '@/utils/practice/length';
import type { Entry } from './entry';
import { adopted, onlyPlace, onward, takesPosts } from './onward';
import type { OutboxDatabase } from './store';
import { takes } from './takes';

/**
 * Sends on what waited for a sign-in or a connection that is there now. Entries that were written before anything was
 * connected go to the first community that takes them. Gives the communities that can be delivered to.
 */
export function resume(db: OutboxDatabase, now: number): Promise<readonly Community[]> {
  return db.transaction('rw', [db.entries, db.communities], async () => {
    const communities = await db.communities.toArray();
    const inOrder = [...communities].sort((a, b) => a.connectedAt - b.connectedAt);
    const ready = communities.filter(({ signedOut }) => !signedOut);
    await adoptHomeless(db, inOrder, now);
    for (const community of ready) await resumeParked(db, community, now);
    return ready.filter(takesPosts);
  });
}

/** What a sign-in or a connection may end. */
const WAITS = ['signed-out', 'not-connected', 'other-account'] as const satisfies readonly Entry['reason'][];

async function adoptHomeless(
  db: OutboxDatabase,
  communities: readonly Community[],
  now: number,
): Promise<void> {
  if (communities.length === 0 || !(await hasHomeless(db))) return;
  await db.entries
    .where({ reason: 'not-connected' })
    .filter(({ communityId }) => communityId === null)
    .modify((entry, ref) => {
      const community = communities.find(
        (one) => takes(one, entry.practice) && (one.needsPlace !== true || onlyPlace(one) !== null),
      );
      if (community !== undefined)
        ref.value = fitted(onward(adopted(entry, community), community, now), community);
    });
}

/** Those with a community are in an index that the others cannot be in: counted, not read. */
async function hasHomeless(db: OutboxDatabase): Promise<boolean> {
  const all = await db.entries.where({ reason: 'not-connected' }).count();
  if (all === 0) return false;
  const of = db.entries.where('[reason+communityId]');
  const settled = await of.between(['not-connected', ''], ['not-connected', []], true, true).count();
  return all > settled;
}

/** The person wrote it without knowing this community's limit: said now, instead of after a refusal. */
function fitted(entry: Entry, { maxCharacters, countsIn }: Community): Entry {
  if (lengthOf(entry.text, countsIn) <= maxCharacters) return entry;
  return { ...entry, state: 'parked', reason: 'too-long', detail: String(maxCharacters) };
}

async function resumeParked(db: OutboxDatabase, community: Community, now: number): Promise<void> {
  await db.entries
    .where('[reason+communityId]')
    .anyOf(WAITS.map((reason) => [reason, community.id]))
    .modify((entry, ref) => {
      ref.value = onward(entry, community, now);
    });
}

/** The sign-in expired: the community pauses, and what waits for it says why. A newer sign-in than ours stands. */
export function pauseSignedOut(db: OutboxDatabase, community: Community): Promise<void> {
  return db.transaction('rw', [db.entries, db.communities], async () => {
    const stored = await db.communities.get(community.id);
    if (stored === undefined || stored.connectedAt !== community.connectedAt) return;
    await db.communities.put({ ...stored, signedOut: true });
    await db.entries
      .where('[communityId+state+dueAt]')
      .between(
        [community.id, 'waiting', Number.NEGATIVE_INFINITY],
        [community.id, 'waiting', Number.POSITIVE_INFINITY],
      )
      .modify((entry, ref) => {
        ref.value = { ...entry, state: 'parked', reason: 'signed-out', leasedUntil: 0 };
      });
  });
}
