import { discardDraft, discardEntry, finishDiscarding, restoreDiscarded } from '@/utils/outbox/discard';
import { must } from '../../support/outbox-world';
import type { Deed } from './deeds';

export const throwAway: Deed = async (person, { db, clock }, n) => {
  const known = person.pick(n, ({ account }) => account !== undefined || n % 2 === 0);
  if (known === undefined) return;
  const entry = await db.entries.get(known.id);
  if (entry?.state === 'delivered') return; // of these the interface offers no discarding
  const gone =
    entry === undefined ? await discardDraft(db, known.id, clock) : await discardEntry(db, known.id, clock);
  if (!gone.ok) return;
  person.texts.delete(known.id);
  person.discarded.set(known.id, known);
  if (entry?.firstTriedAt === null) person.recalled.add(known.did);
};

export const undo: Deed = async (person, { db, clock }, n) => {
  const all = [...person.discarded.values()];
  const known = all[n % Math.max(1, all.length)];
  if (known === undefined) return;
  person.discarded.delete(known.id);
  if (!(await restoreDiscarded(db, known.id, clock)).ok) return; // too late
  person.texts.set(known.id, known);
  person.recalled.delete(known.did);
};

export const forget: Deed = async (_person, { db, clock }) => void must(await finishDiscarding(db, clock));
