import type { Ports } from '../ports';
import type { Account } from '../store/accounts';
import { mentionsIn } from '../store/mentions';
import type { Posted } from '../store/post-keys';
import { NO_REACTIONS, reactionsOf } from '../store/reactions';
import { authorsOf, type StatusRow, visibleStatuses } from '../store/statuses';
import { accountEntities, accountEntity, accountUrl } from './account';
import { mediaEntity, picturesShown } from './media';
import { contentFields, NOT_HERE } from './status-fields';

/** Mastodon's Statuses for one reader, in the order given, in as many queries for forty as for one. */
export async function statusEntities(ports: Ports, rows: readonly StatusRow[], reader: string) {
  const boosted = rows.flatMap(({ reblog_of_id }) => reblog_of_id ?? []);
  const originals = await visibleStatuses(ports.store, boosted, reader);
  const posts = [...rows.filter(({ reblog_of_id }) => reblog_of_id === null), ...originals.values()];
  const around = await readAround(ports, posts, rows, reader);
  return rows.flatMap((row) => {
    const original = row.reblog_of_id === null ? row : originals.get(row.reblog_of_id);
    const post = original && postEntity(ports, original, around);
    const account = around.accounts.get(row.account_id);
    if (post === undefined || account === undefined) return [];
    return [row === original ? post : { ...post, ...boostFields(row), account, reblog: post }];
  });
}

type Made = Extract<Posted, { kind: 'made' }>;

/** The Status of a post that was made a moment ago: nobody has done anything with it yet. */
export async function newStatusEntity(ports: Ports, { status: row, counts }: Made, author: Account) {
  const place = row.place_id === null ? [] : [row.place_id];
  const [mine, others, mentions, answered, shown] = await Promise.all([
    accountEntity(ports, author, counts),
    accountEntities(ports, place),
    mentionsIn(ports.store, namingSomebody([row])),
    authorsOf(ports.store, row.in_reply_to_id === null ? [] : [row.in_reply_to_id]),
    picturesShown(ports, [row]),
  ]);
  const accounts = new Map([...others, [author.id, mine]]);
  return postEntity(ports, row, { accounts, reactions: () => NO_REACTIONS, mentions, answered, shown });
}

/** Where a person reads a post. */
export function statusUrl(origin: string, handle: string, id: string): string {
  return `${accountUrl(origin, handle)}/${id}`;
}

type Around = Awaited<ReturnType<typeof readAround>>;

/** Everything that stands around these posts: people, places, what became of them. */
async function readAround(
  ports: Ports,
  posts: readonly StatusRow[],
  rows: readonly StatusRow[],
  reader: string,
) {
  const { store } = ports;
  const ids = posts.map(({ id }) => id);
  const people = [...rows, ...posts].flatMap(({ account_id, place_id }) =>
    place_id === null ? [account_id] : [account_id, place_id],
  );
  const parents = posts.flatMap(({ in_reply_to_id }) => in_reply_to_id ?? []);
  const [accounts, reactions, mentions, answered, shown] = await Promise.all([
    accountEntities(ports, [...new Set(people)]),
    reactionsOf(store, ids, reader),
    mentionsIn(store, namingSomebody(posts)),
    authorsOf(store, parents),
    picturesShown(ports, posts),
  ]);
  return { accounts, reactions, mentions, answered, shown };
}

/** Those whose mentions are worth asking for. */
function namingSomebody(posts: readonly StatusRow[]): string[] {
  return posts.filter(({ text }) => text.includes('@')).map(({ id }) => id);
}

function postEntity(ports: Ports, row: StatusRow, around: Around) {
  const { origin } = ports;
  const account = around.accounts.get(row.account_id);
  if (account === undefined) return undefined;
  const reactions = around.reactions(row.id);
  const url = statusUrl(origin, account.username, row.id);
  const place = around.accounts.get(row.place_id ?? '');
  const named = (around.mentions.get(row.id) ?? []).map(({ id, handle }) => ({
    id,
    username: handle,
    acct: handle,
    url: accountUrl(origin, handle),
  }));
  return {
    ...NOT_HERE,
    id: row.id,
    uri: url,
    url,
    account,
    created_at: row.created_at,
    edited_at: row.edited_at,
    visibility: row.visibility,
    language: row.language,
    ...contentFields(origin, row, named, place ?? null),
    media_attachments: around.shown(row).map((picture) => mediaEntity(ports, picture)),
    in_reply_to_id: row.in_reply_to_id,
    in_reply_to_account_id: around.answered.get(row.in_reply_to_id ?? '') ?? null,
    replies_count: reactions.replies,
    reblogs_count: reactions.boosts,
    favourites_count: reactions.favourites,
    favourited: reactions.favourited,
    reblogged: reactions.boosted,
    bookmarked: reactions.bookmarked,
    reblog: null,
  };
}

/** Who passed it on stands around the post; everything else says the same, for apps that look no further. */
function boostFields({ id, created_at, visibility }: StatusRow) {
  return { id, created_at, visibility, in_reply_to_id: null, in_reply_to_account_id: null };
}
