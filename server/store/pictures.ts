import type { Kysely, Selectable } from 'kysely';
import { DAY_MS } from '@/utils/kernel/clock';
import type { CleanPicture } from '../pictures/bytes';
import { invalid } from '../problem';
import type { Schema } from './schema';
import type { StatusRow } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

export type PictureRow = Selectable<Schema['pictures']>;

/** Whole groups of three bytes, so that the parts in base64 are one text. */
const PART_BYTES = 48 * 1024;
/** Long enough for somebody who chose it to write the post. */
const UNSHOWN_MS = DAY_MS;

interface NewPicture {
  readonly accountId: string;
  readonly secret: string;
  readonly description: string;
  readonly picture: CleanPicture;
}

/** Keeps a picture that no post shows yet. */
export async function addPicture(store: Store, added: NewPicture): Promise<PictureRow> {
  const { type, width, height, bytes } = added.picture;
  const row: PictureRow = {
    community_id: store.communityId,
    id: store.newId(),
    account_id: added.accountId,
    status_id: null,
    secret: added.secret,
    type,
    width,
    height,
    description: added.description,
    created_at: isoTime(store.clock()),
  };
  await inTransaction(store, async (trx) => {
    await trx.insertInto('pictures').values(row).execute();
    await trx.insertInto('picture_parts').values(partsOf(row, bytes)).execute();
  });
  return row;
}

function partsOf({ community_id, id: picture_id }: PictureRow, bytes: Uint8Array) {
  return Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, part) => {
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    return { community_id, picture_id, part, base64: Buffer.from(piece).toString('base64') };
  });
}

/** Those of these pictures that there are, by id. */
export async function picturesByIds(store: Store, ids: readonly string[]): Promise<Map<string, PictureRow>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('pictures')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function pictureById(store: Store, id: string): Promise<PictureRow | undefined> {
  return (await picturesByIds(store, [id])).get(id);
}

export async function bytesOf(store: Store, { id }: PictureRow): Promise<Buffer> {
  const parts = await store.db
    .selectFrom('picture_parts')
    .select('base64')
    .where('community_id', '=', store.communityId)
    .where('picture_id', '=', id)
    .orderBy('part')
    .execute();
  return Buffer.concat(parts.map(({ base64 }) => Buffer.from(base64, 'base64')));
}

export async function describePicture(store: Store, id: string, description: string): Promise<void> {
  await store.db
    .updateTable('pictures')
    .set({ description })
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .execute();
}

/** As a post's row has them. */
export function pictureList(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : JSON.stringify(ids);
}

/** The pictures that a post shows, in their order. */
export function pictureIds({ picture_ids }: Pick<StatusRow, 'picture_ids'>): string[] {
  return picture_ids === null ? [] : (JSON.parse(picture_ids) as string[]);
}

/** Gives posts the pictures that they show; refuses where one went to another post meanwhile. */
export async function attachPictures(trx: Kysely<Schema>, rows: readonly StatusRow[]): Promise<void> {
  for (const row of rows) {
    const ids = pictureIds(row);
    if (ids.length === 0) continue;
    const { numUpdatedRows } = await trx
      .updateTable('pictures')
      .set({ status_id: row.id })
      .where('community_id', '=', row.community_id)
      .where('id', 'in', ids)
      .where('account_id', '=', row.account_id)
      .where((eb) => eb.or([eb('status_id', 'is', null), eb('status_id', '=', row.id)]))
      .executeTakeFirst();
    if (Number(numUpdatedRows) !== ids.length) throw pictureTaken();
  }
}

export const pictureTaken = () => invalid('Media not found or already attached to another post');

/** Removes a picture that no post shows; false where one does. */
export async function removeUnshown(store: Store, id: string): Promise<boolean> {
  return inTransaction(store, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('pictures')
      .where('community_id', '=', store.communityId)
      .where('id', '=', id)
      .where('status_id', 'is', null)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await deleteParts(trx, store, [id]);
    return numDeletedRows > 0n;
  });
}

/** A post's pictures go with it, also those that it showed before an edit. */
export async function deletePicturesOf(trx: Kysely<Schema>, store: Store, statusId: string): Promise<void> {
  const gone = await trx
    .deleteFrom('pictures')
    .where('community_id', '=', store.communityId)
    .where('status_id', '=', statusId)
    .returning('id')
    .execute();
  await deleteParts(
    trx,
    store,
    gone.map(({ id }) => id),
  );
}

/** Removes what somebody sent a day ago and never posted. */
export async function forgetUnshown(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    const gone = await trx
      .deleteFrom('pictures')
      .where('community_id', '=', store.communityId)
      .where('status_id', 'is', null)
      .where('created_at', '<', isoTime(store.clock() - UNSHOWN_MS))
      .returning('id')
      .execute();
    await deleteParts(
      trx,
      store,
      gone.map(({ id }) => id),
    );
  });
}

async function deleteParts(trx: Kysely<Schema>, store: Store, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .deleteFrom('picture_parts')
    .where('community_id', '=', store.communityId)
    .where('picture_id', 'in', [...ids])
    .execute();
}
