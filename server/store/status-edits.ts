import type { Kysely, Selectable } from 'kysely';
import { boostersOf } from './boosts';
import { forgetEqual } from './equal-posts';
import { recordEvent } from './events';
import { notify, withdraw } from './notifications';
import { type PostLinks, relinkPost } from './post-links';
import type { Schema } from './schema';
import { indexStatus } from './search-index';
import type { StatusRow } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

export type StatusEdit = Selectable<Schema['status_edits']>;

/** What a post says: all that an edit can change. */
export type Wording = Pick<StatusRow, 'text' | 'content_type' | 'spoiler_text' | 'sensitive' | 'language'>;

/**
 * Gives a post other words, and keeps those that it had. Saying the same again changes nothing. Undefined where it was
 * deleted meanwhile.
 */
export async function editStatus(
  store: Store,
  id: string,
  wording: Wording,
  links: PostLinks,
): Promise<StatusRow | undefined> {
  return inTransaction(store, async (trx) => {
    const before = await takeHold(trx, store, id);
    if (before === undefined || saysTheSame(before, wording)) return before;
    const edited = await reword(trx, before, wording, nextMoment(store, before));
    if (before.edited_at === null) await keep(trx, store, before, before.created_at);
    await keep(trx, store, edited, edited.edited_at ?? edited.created_at);
    await forgetEqual(trx, store, before);
    await relinkPost(trx, store, edited, links);
    await indexStatus(trx, edited);
    await tellBoosters(trx, store, edited);
    await recordEvent(trx, store, { kind: 'edited', status_id: id });
    return edited;
  });
}

/**
 * The post as it stands, and stays until the transaction ends: whoever else edits it waits. To write nothing new is the
 * one lock that both databases have.
 */
async function takeHold(trx: Kysely<Schema>, store: Store, id: string): Promise<StatusRow | undefined> {
  return trx
    .updateTable('statuses')
    .set((eb) => ({ edited_at: eb.ref('edited_at') }))
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

function saysTheSame(post: StatusRow, wording: Wording): boolean {
  const fields = ['text', 'content_type', 'spoiler_text', 'sensitive', 'language'] as const;
  return fields.every((field) => post[field] === wording[field]);
}

/** Later than what it said before, whatever the clocks of two nodes say: versions are read in this order. */
function nextMoment(store: Store, { edited_at, created_at }: StatusRow): string {
  return isoTime(Math.max(store.clock(), Date.parse(edited_at ?? created_at) + 1));
}

async function reword(
  trx: Kysely<Schema>,
  { community_id, id }: StatusRow,
  wording: Wording,
  edited_at: string,
): Promise<StatusRow> {
  return trx
    .updateTable('statuses')
    .set({ ...wording, edited_at })
    .where('community_id', '=', community_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function keep(trx: Kysely<Schema>, store: Store, row: StatusRow, created_at: string): Promise<void> {
  const { community_id, id: status_id, text, content_type, spoiler_text, sensitive, language } = row;
  const version = { community_id, status_id, text, content_type, spoiler_text, sensitive, language };
  await trx
    .insertInto('status_edits')
    .values({ ...version, created_at, id: store.newId() })
    .execute();
}

/** Whoever passed it on reads that it says something else now; of the last time only. */
async function tellBoosters(
  trx: Kysely<Schema>,
  store: Store,
  { id: statusId, account_id: from }: StatusRow,
): Promise<void> {
  await withdraw(trx, store, { from, type: 'update', statusId });
  for (const to of await boostersOf(trx, store, statusId))
    await notify(trx, store, { to, from, type: 'update', statusId });
}

/** What a post said from the beginning until now, oldest first. */
export async function versionsOf(store: Store, post: StatusRow): Promise<readonly Version[]> {
  if (post.edited_at === null) return [post];
  return store.db
    .selectFrom('status_edits')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('status_id', '=', post.id)
    .orderBy('created_at')
    .execute();
}

export type Version = Pick<StatusEdit, 'text' | 'content_type' | 'spoiler_text' | 'sensitive' | 'created_at'>;
