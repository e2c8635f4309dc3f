import type { Community } from '@/utils/community/community';
import type { FoundPost, PostRef } from '@/utils/community/connector';
import type { Entry } from './entry';
import { findPost } from './find-post';
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

/**
 * What stands where an edit met another version than its own. `ours`: this very text, from a try whose answer was lost.
 * Null where that could not be found out.
 */
export async function lookAtConflict(
  { perform, clock }: Pick<SendingPorts, 'perform' | 'clock'>,
  community: Community,
  entry: Entry,
): Promise<{ readonly post: PostRef; readonly ours: boolean } | null> {
  const found = await findPost(perform, community, entry, clock());
  if (!found.ok || found.value === null) return null;
  return { post: found.value, ours: isSamePost(found.value, entry) && saysTheSame(found.value, entry) };
}

function isSamePost({ id }: FoundPost, { corrects }: Entry): boolean {
  return corrects === null || corrects.postId === id;
}

/** A conflict that the person has to look at: the next try replaces what stands there now, and nothing newer. */
export function facing(entry: Entry, { version }: PostRef): Entry {
  if (entry.corrects === null || version === undefined) return entry;
  return { ...entry, corrects: { ...entry.corrects, basedOn: version } };
}
