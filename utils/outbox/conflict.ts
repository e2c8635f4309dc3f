import type { Community } from '@/utils/community/community';
import type { Failure, FoundPost, PostRef } from '@/utils/community/connector';
import type { Result } from '@/utils/kernel/result';
import type { Entry } from './entry';
import { findPost } from './find-post';
import { type Circumstances, heldFrom, outcomeOfLook, settled } from './outcome';
import { readPost } from './post';
import { saysTheSame } from './same-text';
import type { SendingPorts } from './sending-ports';

/**
 * The version that an edit replaces: the one that the person was told of, else the one that we wrote last. Undefined
 * where the platform has none.
 */
export async function basedOn(
  { db }: Pick<SendingPorts, 'db'>,
  { corrects }: Pick<Entry, 'corrects'>,
): Promise<string | undefined> {
  if (corrects === null) return undefined;
  return corrects.basedOn ?? (await readPost(db, corrects.entryId))?.newest.version;
}

export type Conflict = Extract<Failure, { kind: 'conflict' }>;

/** What stands where an edit met another version than its own; null where nothing does. */
export function lookAtConflict(
  { perform, clock }: Pick<SendingPorts, 'perform' | 'clock'>,
  community: Community,
  entry: Entry,
): Promise<Result<FoundPost | null, Failure>> {
  return findPost(perform, community, entry, clock());
}

/**
 * What becomes of an edit that met another version, `after` being what it would be by that alone: delivered where it met
 * its own text, from a try whose answer was lost (held where that waits for a moderator); to be looked at again where it may have, and that could not be found out.
 */
export function outcomeOfConflict(
  entry: Entry,
  after: Entry,
  { found, met }: { readonly found: Result<FoundPost | null, Failure>; readonly met: Conflict },
  circumstances: Circumstances,
): Entry {
  if (!found.ok) {
    const mayBeOurs = entry.firstTriedAt !== entry.lastTriedAt;
    return mayBeOurs ? outcomeOfLook(entry, found.error, circumstances) : after;
  }
  // Whoever took our reference off the page took it out of our sight: what the edit met is known all the same.
  if (found.value === null) return facing(after, met);
  const isOurs = found.value.id === entry.corrects?.postId && saysTheSame(found.value, entry);
  if (!isOurs) return facing(after, found.value);
  return found.value.heldChange === true ? heldFrom(entry, circumstances.now) : settled(entry, 'delivered');
}

/** The person has to look at it: the next try replaces what stands there now, and nothing newer. */
function facing(entry: Entry, { version }: Pick<PostRef, 'version'>): Entry {
  if (entry.corrects === null || version === undefined) return entry;
  return { ...entry, corrects: { ...entry.corrects, basedOn: version } };
}
