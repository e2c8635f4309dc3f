import type { Shared } from '@/utils/library/shelf';
import type { SharedView } from '@/utils/messaging/library-views';
import { startOf } from '@/utils/practice/quotation';
import { titleOf } from '@/utils/practice/tidy';

const LONGEST_EXCERPT = 160;

/** What somebody shared or asked, as a list shows it. */
export function sharedView({ id, practice, authorName, url, at, thanks, thanked }: Shared): SharedView {
  const { kind = 'practice', did } = practice;
  const excerpt = startOf(did, LONGEST_EXCERPT);
  return { id, kind, title: titleOf(practice), authorName, url, at, excerpt, thanks, thanked };
}
