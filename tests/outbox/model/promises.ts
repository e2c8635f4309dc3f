import { expect } from 'vitest';
import { canTakeBack } from '@/utils/outbox/entries';
import type { Entry } from '@/utils/outbox/entry';
import type { Person } from './person';
import type { ModelWorld } from './world';

/** What must hold at every moment, whatever happened; the numbers are those of the reliability goals. */
export async function expectPromises(person: Person, world: ModelWorld): Promise<void> {
  const entries = await world.db.entries.toArray();
  await expectNothingLost(person, world);
  expectOnce(person, world);
  expectOnlyWhatWasSent(person, world);
  await expectNoFalseDelivered(world, entries);
  expectOrder(person, world);
  expect(world.patience.isBroken, 'I6: nobody comes back before the server wants it').toBe(false);
}

/** I1: what was acknowledged is here, word for word, until the person throws it away. */
async function expectNothingLost(person: Person, { db }: ModelWorld): Promise<void> {
  for (const { id, did } of person.texts.values()) {
    const kept = (await db.drafts.get(id)) ?? (await db.entries.get(id));
    expect(kept?.practice.did, 'I1: nothing is lost').toBe(did);
  }
}

/** I2: one post at most for each text that was written. */
function expectOnce({ texts }: Person, { server }: ModelWorld): void {
  for (const { reference } of texts.values()) {
    const there = server.posts.filter(({ text }) => text.includes(reference));
    expect(there.length, 'I2: at most once').toBeLessThanOrEqual(1);
  }
}

/** I3: only what a Send let go, only as who sent it, and not what was called back before it can have left. */
function expectOnlyWhatWasSent({ sent, recalled }: Person, world: ModelWorld): void {
  for (const { text, by, visibility } of world.server.everStored) {
    const did = /Wat ik deed: (.*)/.exec(text)?.[1] ?? '';
    const account = sent.get(did);
    if (typeof account === 'string') expect(by, 'I3: as who sent it').toBe(account);
    expect(visibility, 'I3: for those who were shown').toBe('private');
    expect(recalled.has(did), 'I3: what was called back never leaves').toBe(false);
  }
}

/** I5: "delivered" only where a receipt is on disk, and a receipt only of what was stored. */
async function expectNoFalseDelivered({ db, server }: ModelWorld, entries: readonly Entry[]): Promise<void> {
  for (const receipt of await db.receipts.toArray()) {
    const stored = server.everStored.some(({ id }) => id === receipt.postId);
    expect(stored, 'I5: a receipt only of what was stored').toBe(true);
  }
  for (const entry of entries) {
    const receipt = await db.receipts.get(entry.id);
    expect(receipt !== undefined, 'I5: delivered and its receipt are one').toBe(entry.state === 'delivered');
    if (entry.state === 'delivered') expect(canTakeBack(entry)).toBe(false);
  }
}

/** A reply stands under the post that it answers, so that post was there first. */
function expectOrder({ parents }: Person, { server }: ModelWorld): void {
  for (const [reply, parent] of parents) {
    for (const post of server.everStored.filter(({ text }) => text.includes(reply))) {
      const under = server.everStored.find(({ id }) => id === post.replyTo);
      expect(under?.text, 'a reply stands under its post').toContain(parent);
    }
  }
}
