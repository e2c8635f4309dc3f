import type { Kysely } from 'kysely';
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

/** Links a new post, and tells whoever should hear: those who are named, the one who is answered, those who asked for it. */
export async function linkPost(
  trx: Kysely<Schema>,
  store: Store,
  row: StatusRow,
  { mentions, tags }: PostLinks,
): Promise<void> {
  await addMentions(trx, row, mentions);
  await addTags(trx, row, tags);
  const answered = await answeredBy(trx, store, row);
  const hears = new Set(answered === undefined ? mentions : [answered, ...mentions]);
  for (const to of hears) await tell(trx, store, row, to, 'mention');
  if (row.visibility === 'direct' || row.in_reply_to_id !== null) return;
  for (const to of await listenersOf(trx, store, row.account_id)) {
    if (!hears.has(to)) await tell(trx, store, row, to, 'status');
  }
}

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
  await addTags(trx, row, tags);
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
  await addMentions(trx, row, named);
  const answered = await answeredBy(trx, store, row);
  const from = row.account_id;
  for (const to of gone)
    if (to !== answered) await withdraw(trx, store, { to, from, type: 'mention', statusId: id });
  for (const to of named) if (to !== answered) await tell(trx, store, row, to, 'mention');
}

async function addMentions(
  trx: Kysely<Schema>,
  { community_id, id: status_id }: StatusRow,
  accountIds: readonly string[],
): Promise<void> {
  const rows = [...new Set(accountIds)].map((account_id) => ({ community_id, status_id, account_id }));
  if (rows.length > 0) await trx.insertInto('mentions').values(rows).execute();
}

async function addTags(
  trx: Kysely<Schema>,
  { community_id, id: status_id }: StatusRow,
  tags: readonly string[],
): Promise<void> {
  const rows = [...new Set(tags)].map((tag) => ({ community_id, tag, status_id }));
  if (rows.length > 0) await trx.insertInto('status_tags').values(rows).execute();
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

async function answeredBy(
  trx: Kysely<Schema>,
  store: Store,
  { in_reply_to_id }: StatusRow,
): Promise<string | undefined> {
  if (in_reply_to_id === null) return undefined;
  const row = await standing(store, trx)
    .select('statuses.account_id')
    .where('statuses.id', '=', in_reply_to_id)
    .executeTakeFirst();
  return row?.account_id;
}

/** Followers who asked to be told of every post. */
async function listenersOf(trx: Kysely<Schema>, store: Store, accountId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('follows')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('target_id', '=', accountId)
    .where('state', '=', 'accepted')
    .where('notify', '=', 1)
    .execute();
  return rows.map(({ account_id }) => account_id);
}
