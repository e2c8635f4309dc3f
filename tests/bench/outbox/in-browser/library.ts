import { sharedPractices } from '@/tests/support/shared-practices';
import { ask } from '@/utils/messaging/ask';
import { Database } from '@/utils/storage/database';
import { practiceOf } from './samples';

const AT_ONCE = 1_000;

/** What others shared is these many practices from now on; the worker must not be running. */
export async function shelve(count: number): Promise<void> {
  const db = new Database();
  await db.shared.clear();
  const rows = sharedPractices(count);
  for (let from = 0; from < count; from += AT_ONCE) await db.shared.bulkAdd(rows.slice(from, from + AT_ONCE));
  db.close();
}

/** A new draft in which the person wrote something. */
export async function beginWriting(): Promise<string> {
  const made = await ask('draft:new', {});
  if (!made.ok) throw new Error(made.error.code);
  return made.value.draftId;
}

/** Milliseconds of each save while somebody types so many keys, as fast as people do, and looks on after every word. */
export async function typeKeys(draftId: string, keys: number, everyMs: number): Promise<number[]> {
  const practice = { ...practiceOf(1), did: '' };
  const taken: number[] = [];
  let revision = 0;
  void ask('library:similar', { draftId }); // as the composer does when it opens: the index begins to be made
  for (let key = 0; key < keys; key += 1) {
    const did = `${practice.did}${key % 8 === 7 ? ' ' : 'selectielijst'.charAt(key % 8)}`;
    practice.did = did;
    const startedAt = performance.now();
    const saved = await ask('draft:save', { draftId, revision, practice, communityId: null });
    const ms = performance.now() - startedAt;
    if (!saved.ok) throw new Error(saved.error.code);
    revision = saved.value.revision;
    taken.push(ms);
    if (key % 8 === 7) void ask('library:similar', { draftId });
    await new Promise((resume) => setTimeout(resume, Math.max(0, everyMs - ms)));
  }
  await ask('draft:discard', { draftId });
  return taken;
}

/** How many practices are near a draft about one of the shelf's subjects, once the index is made. */
export async function nearAfter(patienceMs: number): Promise<{ readonly near: number; readonly ms: number }> {
  const draftId = await beginWriting();
  const [like] = sharedPractices(1);
  if (like === undefined) throw new Error('an empty shelf');
  await ask('draft:save', { draftId, revision: 0, practice: like.practice, communityId: null });
  const startedAt = performance.now();
  for (;;) {
    const similar = await ask('library:similar', { draftId });
    const near = similar.ok ? similar.value.similar.length : 0;
    const ms = performance.now() - startedAt;
    if (near > 0 || ms > patienceMs) {
      await ask('draft:discard', { draftId });
      return { near, ms };
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
