import type { Community } from '@/utils/community/community';
import type { Failure, FoundPost, Perform } from '@/utils/community/connector';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Entry } from './entry';
import { LOOK_BACK_MS } from './times';

const MOST_PAGES = 50;

/**
 * Epoch ms before which its post cannot have been made. A try that is still to come was written down by a clock that
 * jumped: when it was, nobody knows; and what a correction replaces was there long before it.
 */
function madeAfter({ firstTriedAt, createdAt, corrects }: Entry, now: number): number {
  const triedAt = firstTriedAt ?? createdAt;
  return triedAt > now || corrects !== null ? 0 : triedAt - LOOK_BACK_MS;
}

/**
 * Looks for an entry's post among the account's own posts, where it would stand, back to five minutes before the first
 * try. Null: it is not there. Fails where that could not be found out, also where there is too much to look through.
 */
export async function findPost(
  perform: Perform,
  community: Community,
  entry: Entry,
  now: number,
): Promise<Result<FoundPost | null, Failure>> {
  const answersId = entry.answers?.postId ?? null;
  const query = {
    verb: 'find',
    marker: entry.reference,
    since: madeAfter(entry, now),
    authorId: community.accountId,
    placeId: entry.placeId,
    ...(answersId === null ? {} : { answersId }),
  } as const;
  let next: { readonly cursor?: string } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await perform<'find'>(community, { ...query, ...next });
    if (!found.ok) return found;
    const post = found.value.posts.find(({ authorId }) => authorId === community.accountId);
    if (post !== undefined) return succeed(post);
    if (found.value.cursor === null) return succeed(null);
    next = { cursor: found.value.cursor };
  }
  return fail({ kind: 'retry', applied: 'unknown', answered: true });
}
