import { tagsOf, toHtml } from '../content';
import type { Ports } from '../ports';
import { favouritesOf, repliesCountOf } from '../store/favourites';
import { authorsOf, type StatusRow } from '../store/statuses';
import { accountEntities, accountUrl } from './account';

/** Mastodon's Statuses for one reader, in the order given. */
export async function statusEntities(ports: Ports, rows: readonly StatusRow[], reader: string | null) {
  const { store } = ports;
  const ids = rows.map(({ id }) => id);
  const authors = await accountEntities(
    ports,
    rows.map(({ account_id }) => account_id),
  );
  const answered = await authorsOf(
    store,
    rows.flatMap(({ in_reply_to_id }) => in_reply_to_id ?? []),
  );
  const thanks = await favouritesOf(store, ids, reader);
  const replies = await repliesCountOf(store, ids);
  const entities = [];
  for (const row of rows) {
    const author = authors.get(row.account_id);
    if (author === undefined) continue;
    const { count = 0, mine = false } = thanks.get(row.id) ?? {};
    entities.push({
      ...statusFields(ports, row, author.username),
      account: author,
      in_reply_to_account_id: answered.get(row.in_reply_to_id ?? '') ?? null,
      replies_count: replies.get(row.id) ?? 0,
      favourites_count: count,
      favourited: mine,
    });
  }
  return entities;
}

/** Where a person reads a post. */
export function statusUrl(origin: string, handle: string, id: string): string {
  return `${accountUrl(origin, handle)}/${id}`;
}

function statusFields(ports: Ports, row: StatusRow, handle: string) {
  const url = statusUrl(ports.origin, handle, row.id);
  return {
    id: row.id,
    uri: url,
    url,
    created_at: row.created_at,
    edited_at: null,
    content: toHtml(row.text, ports.origin),
    visibility: row.visibility,
    sensitive: row.sensitive === 1,
    spoiler_text: row.spoiler_text,
    media_attachments: [],
    application: null,
    mentions: [],
    tags: tagsOf(row.text).map((name) => ({
      name,
      url: `${ports.origin}/tags/${encodeURIComponent(name.toLowerCase())}`,
    })),
    emojis: [],
    reblogs_count: 0,
    quotes_count: 0,
    in_reply_to_id: row.in_reply_to_id,
    reblog: null,
    quote: null,
    quote_approval: { automatic: [], manual: [], current_user: 'denied' },
    poll: null,
    card: null,
    language: row.language,
    reblogged: false,
    muted: false,
    bookmarked: false,
    pinned: false,
    filtered: [],
  };
}
