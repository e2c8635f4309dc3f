import { contentToHtml, mentionsOf, tagsOf, tagUrl, wordsOf } from '../content';
import type { StatusRow } from '../store/statuses';

/** Whom a text names, as Mastodon's Status lists them. */
interface Mention {
  readonly id: string;
  readonly username: string;
  readonly acct: string;
  readonly url: string;
}

/** What Mastodon has and this community has not, said as empty. */
export const NOT_HERE = {
  media_attachments: [],
  application: null,
  emojis: [],
  quotes_count: 0,
  quote: null,
  quote_approval: { automatic: [], manual: [], current_user: 'denied' },
  tagged_collections: [],
  poll: null,
  card: null,
  muted: false,
  pinned: false,
  filtered: [],
};

/** What a post says: its words as HTML, and what they are linked to. A place counts as named where the text names it. */
export function contentFields(
  origin: string,
  row: Pick<StatusRow, 'text' | 'content_type' | 'spoiler_text' | 'sensitive'>,
  people: readonly Mention[],
  place: Mention | null,
) {
  const words = wordsOf(row);
  const placeNamed = place !== null && mentionsOf(words).includes(place.username);
  const mentions = placeNamed ? [...people, place] : people;
  const addresses = new Map(mentions.map(({ username, url }) => [username, url]));
  return {
    content: contentToHtml(row, origin, addresses),
    spoiler_text: row.spoiler_text,
    sensitive: row.sensitive === 1,
    mentions: mentions.map(({ id, username, acct, url }) => ({ id, username, acct, url })),
    tags: tagsOf(words).map((name) => ({ name, url: tagUrl(origin, name) })),
  };
}
