import { tagUrl, toHtml } from '../content';
import type { Ports } from '../ports';
import type { Call } from '../store/calls';

/** A call as Mastodon's Announcement, its words as tags. There is nothing to dismiss: it counts as read. */
export function announcementEntity({ origin }: Ports, { id, text, words, lastDay, createdAt }: Call) {
  return {
    id,
    content: toHtml(text, origin),
    starts_at: createdAt,
    ends_at: `${lastDay}T23:59:59.999Z`,
    all_day: true,
    published_at: createdAt,
    updated_at: createdAt,
    read: true,
    mentions: [],
    statuses: [],
    tags: words.map((name) => ({ name, url: tagUrl(origin, name) })),
    emojis: [],
    reactions: [],
  };
}
