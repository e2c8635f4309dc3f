import { type Clock, DAY_MS } from '@/utils/kernel/clock';
import { newId } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Practice } from '@/utils/practice/practice';
import { factsOf, LARGEST_PICTURE, LONGEST_SIDE } from './picture-bytes';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem, onDisk } from './store';
import type { StoredPicture } from './tables';

/** Long enough for a window that was closed before its text named the picture, and for every undo. */
const UNNAMED_MS = DAY_MS;
const AT_ONCE = 200;

/** Puts a picture on disk, for a draft to name it. */
export async function addPicture(
  db: Pick<OutboxDatabase, 'pictures'>,
  bytes: Uint8Array<ArrayBuffer>,
  clock: Clock,
): Promise<Result<StoredPicture, OutboxProblem>> {
  if (bytes.length > LARGEST_PICTURE) return fail({ code: 'picture-too-large' });
  const facts = factsOf(bytes);
  if (facts === null) return fail({ code: 'picture-unreadable' });
  if (Math.max(facts.width, facts.height) > LONGEST_SIDE) return fail({ code: 'picture-too-large' });
  const picture: StoredPicture = { id: newId(), bytes, ...facts, at: clock() };
  return keptOnDisk(async () => {
    await db.pictures.add(picture);
    return picture;
  });
}

/** A picture that a draft names; `picture-gone` where it does not, or the disk lost it. */
export function readPicture(
  db: OutboxDatabase,
  draftId: string,
  pictureId: string,
): Promise<Result<StoredPicture, OutboxProblem>> {
  return onDisk(async () => {
    const draft = await db.drafts.get(draftId);
    const isNamed = draft !== undefined && idsIn(draft.practice).includes(pictureId);
    const picture = isNamed ? await db.pictures.get(pictureId) : undefined;
    return picture === undefined ? fail({ code: 'picture-gone' }) : succeed(picture);
  });
}

/** Removes what no text names any more; gives how many. */
export function forgetPictures(db: OutboxDatabase, clock: Clock): Promise<Result<number, OutboxProblem>> {
  return keptOnDisk(() =>
    db.transaction('rw', [db.pictures, db.drafts, db.entries, db.discarded, db.quarantine], async () => {
      const ids = await db.pictures.toCollection().primaryKeys();
      if (ids.length === 0) return 0; // most people have none, and then no text is read
      const discarded = (await db.discarded.toArray()).map(({ row }) => row);
      const named = new Set([
        ...discarded.flatMap(({ practice }) => idsIn(practice)),
        ...(await idsNamedIn(db.drafts)),
        ...(await idsNamedIn(db.entries)),
      ]);
      const aside = JSON.stringify(await db.quarantine.toArray()); // whatever is in there may name one
      const unnamed = ids.filter((id) => !named.has(id) && !aside.includes(id));
      const over = (await db.pictures.bulkGet(unnamed)).filter(
        (picture) => picture !== undefined && picture.at <= clock() - UNNAMED_MS,
      );
      await db.pictures.bulkDelete(over.flatMap((picture) => picture?.id ?? []));
      return over.length;
    }),
  );
}

/** In parts: there may be ten thousand texts. */
async function idsNamedIn(table: OutboxDatabase['drafts'] | OutboxDatabase['entries']): Promise<string[]> {
  const named: string[] = [];
  for (let after = ''; ; ) {
    const rows = await table.where(':id').above(after).limit(AT_ONCE).toArray();
    const last = rows.at(-1);
    if (last === undefined) return named;
    named.push(...rows.flatMap(({ practice }) => idsIn(practice)));
    after = last.id;
  }
}

function idsIn({ pictures = [] }: Practice): string[] {
  return pictures.map(({ id }) => id);
}
