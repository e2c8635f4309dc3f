import type { Kysely, Selectable } from 'kysely';
import { type Question, rowsToInsert, type Write, writeAtOnce } from './database/at-once';
import { ask } from './database/in-words';
import { notify, withdraw } from './notifications';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** What a text is linked to. */
export interface PostLinks {
  /** Accounts that the text names; places are not among them. */
  readonly mentions: readonly string[];
  /** By name: in lower case, without '#'. */
  readonly tags: readonly string[];
}

/** A post, and what its text is linked to. */
interface Linked {
  readonly row: StatusRow;
  readonly links: PostLinks;
}

/** What new posts are linked to; to be executed. */
export function linksToAdd(trx: Kysely<Schema>, posts: readonly Linked[]): Write[] {
  return [...mentionsToAdd(trx, posts), ...tagsToAdd(trx, posts)];
}

/** Tells of new posts whoever should hear: those who are named, those who are answered, those who asked for it. */
export async function tellOfPosts(
  trx: Kysely<Schema>,
  store: Store,
  posts: readonly Linked[],
  listeners: readonly Listener[],
): Promise<void> {
  const answered = await answeredBy(
    trx,
    store,
    posts.map(({ row }) => row),
  );
  for (const { row, links } of posts) {
    const parent = answered.get(row.in_reply_to_id ?? '') ?? [];
    const hears = new Set([parent, links.mentions].flat());
    for (const to of hears) await tell(trx, store, row, to, 'mention');
    if (row.visibility === 'direct' || row.in_reply_to_id !== null) continue;
    for (const { account_id, target_id } of listeners) {
      const isFresh = target_id === row.account_id && !hears.has(account_id);
      if (isFresh) await tell(trx, store, row, account_id, 'status');
    }
  }
}

/** Whoever asked to be told of every post of somebody. */
export type Listener = Pick<Selectable<Schema['follows']>, 'account_id' | 'target_id'>;

/** Links an edited post anew: who is named now hears of it, and for whom is not named any more it is as if never. */
export async function relinkPost(
  trx: Kysely<Schema>,
  store: Store,
  row: StatusRow,
  { mentions, tags }: PostLinks,
): Promise<void> {
  const { community_id, id } = row;
  await trx
    .deleteFrom('status_tags')
    .where('community_id', '=', community_id)
    .where('status_id', '=', id)
    .execute();
  await writeAtOnce(trx, tagsToAdd(trx, [{ row, links: { mentions, tags } }]));
  const before = await mentionedIn(trx, row);
  const gone = before.filter((each) => !mentions.includes(each));
  const named = mentions.filter((each) => !before.includes(each));
  if (gone.length > 0) {
    await trx
      .deleteFrom('mentions')
      .where('community_id', '=', community_id)
      .where('status_id', '=', id)
      .where('account_id', 'in', gone)
      .execute();
  }
  await writeAtOnce(trx, mentionsToAdd(trx, [{ row, links: { mentions: named, tags } }]));
  const answered = (await answeredBy(trx, store, [row])).get(row.in_reply_to_id ?? '');
  const from = row.account_id;
  for (const to of gone)
    if (to !== answered) await withdraw(trx, store, { to, from, type: 'mention', statusId: id });
  for (const to of named) if (to !== answered) await tell(trx, store, row, to, 'mention');
}

function mentionsToAdd(trx: Kysely<Schema>, posts: readonly Linked[]): Write[] {
  const rows = posts.flatMap(({ row: { community_id, id: status_id }, links }) =>
    [...new Set(links.mentions)].map((account_id) => ({ community_id, status_id, account_id })),
  );
  return rows.length === 0 ? [] : [rowsToInsert(trx, 'mentions', rows)];
}

function tagsToAdd(trx: Kysely<Schema>, posts: readonly Linked[]): Write[] {
  const rows = posts.flatMap(({ row: { community_id, id: status_id }, links }) =>
    [...new Set(links.tags)].map((tag) => ({ community_id, tag, status_id })),
  );
  return rows.length === 0 ? [] : [rowsToInsert(trx, 'status_tags', rows)];
}

async function mentionedIn(trx: Kysely<Schema>, { community_id, id }: StatusRow): Promise<string[]> {
  const rows = await trx
    .selectFrom('mentions')
    .select('account_id')
    .where('community_id', '=', community_id)
    .where('status_id', '=', id)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** Tells somebody of a post, if it is one that they may read. */
async function tell(
  trx: Kysely<Schema>,
  store: Store,
  { id, account_id: from }: StatusRow,
  to: string,
  type: 'mention' | 'status',
): Promise<void> {
  const readable = await standing(store, trx)
    .select('statuses.id')
    .where('statuses.id', '=', id)
    .where(readableBy(store, to))
    .executeTakeFirst();
  if (readable !== undefined) await notify(trx, store, { to, from, type, statusId: id });
}

/** Who wrote the posts that these answer, by the ids of those that still stand. */
async function answeredBy(
  trx: Kysely<Schema>,
  store: Store,
  rows: readonly StatusRow[],
): Promise<Map<string, string>> {
  const parents = rows.flatMap(({ in_reply_to_id }) => in_reply_to_id ?? []);
  if (parents.length === 0) return new Map();
  const found = await standing(store, trx)
    .select(['statuses.id', 'statuses.account_id'])
    .where('statuses.id', 'in', [...new Set(parents)])
    .execute();
  return new Map(found.map(({ id, account_id }) => [id, account_id]));
}

/** Followers who asked to be told of every post of these authors, of whom there is at least one. */
export async function listenersTo(store: Store, authors: readonly string[]): Promise<Listener[]> {
  const { name, values, build } = listenersToRead(store, authors);
  return ask(store.db, name, values, build);
}

/** The same, to be asked. */
export function listenersToRead(store: Store, authors: readonly string[]): Question<Listener> {
  const targets = [...new Set(authors)];
  const values = [store.communityId, ...targets, 'accepted', 1];
  const build = () =>
    store.db
      .selectFrom('follows')
      .select(['account_id', 'target_id'])
      .where('community_id', '=', store.communityId)
      .where('target_id', 'in', targets)
      .where('state', '=', 'accepted')
      .where('notify', '=', 1);
  return { name: 'listeners', values, build };
}
