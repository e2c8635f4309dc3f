import type { Community } from '@/utils/community/community';
import type { Shared } from '@/utils/library/shelf';
import type { SharedView } from '@/utils/messaging/library-views';
import { startOf } from '@/utils/practice/quotation';
import { titleOf } from '@/utils/practice/tidy';

const LONGEST_EXCERPT = 160;

/** What somebody shared or asked, as a list shows it. */
export function sharedView(
  { id, communityId, practice, authorName, url, at, thanks, thanked }: Shared,
  communities: readonly Pick<Community, 'id' | 'canThank'>[],
): SharedView {
  const { kind = 'practice', did } = practice;
  const excerpt = startOf(did, LONGEST_EXCERPT);
  const canThank = takesThanks(communities, communityId);
  return { id, kind, title: titleOf(practice), authorName, url, at, excerpt, thanks, thanked, canThank };
}

/** Whether one can thank in a community; one that was connected before this was asked takes thanks. */
export function takesThanks(
  communities: readonly Pick<Community, 'id' | 'canThank'>[],
  communityId: string,
): boolean {
  return communities.find(({ id }) => id === communityId)?.canThank !== false;
}
