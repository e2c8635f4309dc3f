import type { PostRef } from '@/utils/community/connector';
import { titleOf } from '@/utils/practice/tidy';
import type { Change } from './changes';
import type { Entry } from './entry';

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The entry has arrived as `ref`, at `now` (epoch ms). One that the person wiped meanwhile stays wiped. */
export function arrived(after: Entry, ref: PostRef, sha256OfText: string, now: number): Change {
  return {
    entryId: after.id,
    to: (stored) => (stored === undefined ? null : after),
    receipt: {
      entryId: after.id,
      communityId: after.communityId ?? '',
      postId: ref.id,
      url: ref.url,
      ...(ref.version === undefined ? {} : { version: ref.version }),
      ...(after.placeId === null ? {} : { placeId: after.placeId }),
      title: titleOf(after.practice),
      reference: after.reference,
      corrects: after.corrects?.entryId ?? null,
      withdrawnAt: null,
      sha256: sha256OfText,
      at: now,
    },
  };
}

/** What became of an entry, if it is still ours: another worker may have taken over what we gave up. */
export function became(before: Entry, after: Entry): Change {
  return {
    entryId: before.id,
    to: (stored) =>
      stored?.state === before.state && stored.lastTriedAt === before.lastTriedAt ? after : null,
  };
}
