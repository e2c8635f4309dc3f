import { expect } from 'vitest';
import { must } from '../../support/outbox-world';
import { kitCase } from './case';
import type { Fault } from './line';
import type { Person } from './person';
import type { Specimen } from './specimen';

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['lost before it got there', 'lost before'],
  ['lost after it was stored', 'lost after'],
  ['a page of somebody else’s in its place', 'page after'],
  ['cut off', 'cut off after'],
];
/** Writes that one Send may take: each of them is the one that goes wrong. */
const MOST_WRITES = 3;

/** The outbox over this connector: once and whole, whatever happens on the line. */
export function delivers(specimen: Specimen): void {
  const it = (name: string, run: (person: Person) => Promise<void>) => kitCase(specimen, name, run);

  it('delivers with a link', async (person) => {
    const entry = await person.send('Gewoon');
    await person.deliver();
    expect(await person.entry(entry)).toMatchObject({ state: 'delivered' });
    expect((await person.db.receipts.toArray())[0]?.url).toMatch(/^https?:\/\//);
    expect(person.count(entry)).toBe(1);
  });

  for (const [what, fault] of FAULTS)
    it(`exactly once: ${what}`, async (first) => {
      for (let write = 0; write < MOST_WRITES; write += 1) {
        const entry = await first.send(`Bericht ${write}`);
        first.line.faults.push(...Array(write).fill(null), fault);
        await first.deliver();
        first.line.faults.length = 0;
        expect(await first.settle(entry)).toMatchObject({ state: 'delivered' });
        expect(first.count(entry)).toBe(1);
      }
    });

  for (const fault of ['never answers', 'never answers after'] as const)
    it(`exactly once: the worker dies (${fault})`, async (person) => {
      const entry = await person.send('Sterft');
      person.line.faults.push(fault);
      await person.dieWhileDelivering(() => person.line.faults.length === 0);
      expect(await person.settle(entry)).toMatchObject({ state: 'delivered' });
      expect(person.count(entry)).toBe(1);
    });

  it('exactly once: many signals at once', async (person) => {
    const entries = [await person.send('Een'), await person.send('Twee'), await person.send('Drie')];
    await Promise.all([person.deliver(), person.deliver(), person.deliver()]);
    for (const entry of entries) {
      expect(await person.settle(entry)).toMatchObject({ state: 'delivered' });
      expect(person.count(entry)).toBe(1);
    }
  });

  it('an expired sign-in keeps the text and pauses; after a new one it goes on', async (person) => {
    const entry = await person.send('Wacht');
    person.line.always = { answer: specimen.signedOut };
    await person.deliver();
    const parked = await person.entry(entry);
    expect(parked).toMatchObject({ state: 'parked', reason: 'signed-out', text: entry.text });
    expect((await person.db.communities.get(person.community.id))?.signedOut).toBe(true);
    person.line.always = null;
    await person.db.communities.update(person.community.id, { signedOut: false });
    expect(await goesOn(person, entry)).toMatchObject({ state: 'delivered' });
    expect(person.count(entry)).toBe(1);
  });

  it('waits as long as it is asked to', async (person) => {
    const entry = await person.send('Te veel');
    person.line.faults.push({ answer: specimen.limited.answer });
    await person.deliver();
    const asked = person.line.requests.length;
    person.now += specimen.limited.afterMs - 1_000;
    await person.deliver();
    expect(person.line.requests.length).toBe(asked);
    expect(await person.settle(entry)).toMatchObject({ state: 'delivered' });
    expect(person.count(entry)).toBe(1);
  });

  it('held by a moderator is not delivered, and not sent again', async (person) => {
    const { moderation } = person.fake;
    if (moderation === undefined) return;
    moderation.holds = true;
    const entry = await person.send('Ter keuring');
    await person.deliver();
    expect(await person.entry(entry)).toMatchObject({ state: 'held' });
    const writes = person.line.writes.length;
    person.now += 86_400_000;
    await person.deliver();
    expect(person.line.writes.length).toBe(writes);
  });
}

/** As after a new sign-in: what was parked for it is due. */
async function goesOn(person: Person, entry: Parameters<Person['entry']>[0]) {
  await person.deliver();
  return person.settle(must({ ok: true, value: entry } as const));
}
