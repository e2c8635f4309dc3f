import { keepCommunity } from '@/utils/community/store';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Draft, Entry } from '@/utils/outbox/entry';
import { Database } from '@/utils/storage/database';
import { communityOf, DUTCH, draftOf, entryOf } from './samples';

const community = communityOf({ origin: 'http://127.0.0.1:9', accountId: '1', token: '' });

/** Milliseconds of each try: ours, and twice the least that puts the same rows on disk. */
export interface Enqueued {
  readonly ours: number[];
  readonly raw: number[];
  readonly rawAgain: number[];
}

/** Sends posts into an outbox of so many, in turns with a bare transaction on another database of the same form. */
export async function measureEnqueue(size: number, rounds: number): Promise<Enqueued> {
  const ours = await filled('bench-ours', size);
  const other = await filled('bench-raw', size);
  other.close();
  const raw = await openRaw('bench-raw');
  const taken: Enqueued = { ours: [], raw: [], rawAgain: [] };
  const ways = [
    async (draft: Draft) => taken.ours.push(await sendOurs(ours, draft)),
    async (draft: Draft) => taken.raw.push(await sendRaw(raw, draft)),
    async (draft: Draft) => taken.rawAgain.push(await sendRaw(raw, draft)),
  ];
  for (let round = -5; round < rounds; round += 1) {
    if (round === 0) for (const times of Object.values(taken)) times.length = 0; // until then they warmed up
    for (let turn = 0; turn < ways.length; turn += 1) {
      await ways[(round + 5 + turn) % ways.length]?.(draftOf(round));
    }
  }
  raw.close();
  await ours.delete();
  await other.delete();
  return taken;
}

async function sendOurs(db: Database, draft: Draft): Promise<number> {
  await db.drafts.add(draft);
  const { id: draftId, revision } = draft;
  const { text } = entryOf(draft, community);
  const order = { draftId, revision, communityId: community.id, placeId: null, text, restsUntil: null };
  const startedAt = performance.now();
  const sent = await enqueue(db, { ...order, audience: 'members' }, { clock: Date.now, words: DUTCH });
  const taken = performance.now() - startedAt;
  if (!sent.ok) throw new Error(`not sent: ${sent.error.code}`);
  await db.entries.delete(draftId);
  return taken;
}

async function sendRaw(db: IDBDatabase, draft: Draft): Promise<number> {
  await written(db, (drafts) => drafts.add(draft));
  const entry: Entry = entryOf(draft, community);
  const startedAt = performance.now();
  await written(db, (drafts, entries) => {
    entries.add(entry);
    drafts.delete(draft.id);
  });
  const taken = performance.now() - startedAt;
  await written(db, (_drafts, entries) => entries.delete(draft.id));
  return taken;
}

function written(
  db: IDBDatabase,
  write: (drafts: IDBObjectStore, entries: IDBObjectStore) => unknown,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const trans = db.transaction(['drafts', 'entries'], 'readwrite', { durability: 'strict' });
    trans.oncomplete = () => resolve();
    trans.onabort = () => reject(trans.error);
    write(trans.objectStore('drafts'), trans.objectStore('entries'));
  });
}

async function filled(name: string, size: number): Promise<Database> {
  const db = new Database({}, name);
  await db.delete();
  await db.open();
  await keepCommunity(db, community, 'token');
  const entries = Array.from({ length: size }, (_, n) => entryOf(draftOf(n), community, n));
  await db.entries.bulkAdd(entries);
  return db;
}

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
