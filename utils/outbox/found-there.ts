import type { FoundPost } from '@/utils/community/connector';
import type { Change } from './changes';
import type { Entry } from './entry';
import { heldFrom, settled } from './outcome';
import { arrived, became } from './receipt';

/** What becomes of an entry whose post was looked for and found: to be read, or before a moderator. `now`: epoch ms. */
export function foundThere(entry: Entry, post: FoundPost, sha256: string, now: number): Change {
  return post.held === true
    ? became(entry, heldFrom(entry, now))
    : arrived(settled(entry, 'delivered'), post, sha256, now);
}
