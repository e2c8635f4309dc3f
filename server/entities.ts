import { tagsOf, toHtml } from './content';
import type { Ports } from './ports';
import { type Account, accountsByIds, countStatuses } from './store/accounts';
import { favouritesOf, repliesCountOf } from './store/favourites';
import { authorsOf, type StatusRow } from './store/statuses';

const DAY_START = 'T00:00:00.000Z';

/** Mastodon's Account. */
export async function accountEntity(ports: Ports, account: Account) {
  const counts = await countStatuses(ports.store, [account.id]);
  return accountFields(ports, account, counts.get(account.id) ?? 0);
}

/** Every field of Mastodon's schema, empty where we have nothing to say. */
function accountFields(ports: Ports, account: Account, statusesCount: number) {
  const url = accountUrl(ports.origin, account.handle);
  const avatar = `${ports.origin}/assets/avatar.svg`;
  return {
    id: account.id,
    username: account.handle,
    acct: account.handle,
    uri: url,
    url,
    display_name: account.display_name,
    note: '',
    avatar,
    avatar_static: avatar,
    avatar_description: '',
    header: avatar,
    header_static: avatar,
    header_description: '',
    locked: false,
    fields: [],
    emojis: [],
    bot: false,
    group: false,
    discoverable: false,
    indexable: false,
    noindex: true,
    hide_collections: false,
    attribution_domains: [],
    show_featured: false,
    show_media: false,
    show_media_replies: false,
    feature_approval: { automatic: [], manual: [], current_user: 'missing' },
    created_at: `${account.created_at.slice(0, 10)}${DAY_START}`,
    last_status_at: null,
    statuses_count: statusesCount,
    followers_count: 0,
    following_count: 0,
    roles: [],
  };
}

/** The signed-in member's own Account, with what only they may see. */
export async function credentialAccountEntity(ports: Ports, account: Account) {
  return {
    ...(await accountEntity(ports, account)),
    source: {
      note: '',
      fields: [],
      privacy: 'public',
      sensitive: false,
      language: ports.language,
      follow_requests_count: 0,
      hide_collections: false,
      discoverable: false,
      indexable: false,
      attribution_domains: [],
      quote_policy: 'nobody',
    },
    role: { id: '-99', name: '', color: '', permissions: '0', highlighted: false },
  };
}

/** Mastodon's Statuses for one reader, in the order given. */
export async function statusEntities(ports: Ports, rows: readonly StatusRow[], reader: string | null) {
  const { store } = ports;
  const ids = rows.map(({ id }) => id);
  const authorIds = rows.map(({ account_id }) => account_id);
  const authors = await accountsByIds(store, authorIds);
  const counts = await countStatuses(store, authorIds);
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
      ...statusFields(ports, row, author.handle),
      account: accountFields(ports, author, counts.get(author.id) ?? 0),
      in_reply_to_account_id: answered.get(row.in_reply_to_id ?? '') ?? null,
      replies_count: replies.get(row.id) ?? 0,
      favourites_count: count,
      favourited: mine,
    });
  }
  return entities;
}

/** Where a person reads what a member wrote. */
export function accountUrl(origin: string, handle: string): string {
  return `${origin}/@${handle}`;
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
