import { describe, expect, test } from 'vitest';
import { createNotedHttp } from '@/utils/community/noted-http';
import { noteWithin } from '@/utils/community/rate-limit';
import { createPerform } from '@/utils/community/store';
import { HOUR_MS, SECOND_MS } from '@/utils/kernel/clock';
import { newId, newReference } from '@/utils/kernel/ids';
import { deliver } from '@/utils/outbox/deliver';
import { nextDueAt } from '@/utils/outbox/due';
import { sentRequest } from '@/utils/privacy/ledger-row';
import { createLock, must } from '../support/outbox-world';
import { Person } from './kit/person';
import type { Specimen } from './kit/specimen';
import { SPECIMENS } from './specimens';

/** A queue of three windows in the unit tests. */
const POSTS = process.env.DEELGENOOT_LONG === '1' ? 1_000 : 40;
const MOST_WAKES = 5_000;

/** A long queue for a specimen, delivered as the alarm does; gives when each request left. */
async function deliverAll(specimen: Specimen) {
  const person = await Person.connected(specimen);
  const { db, clock, line, connector } = person;
  const first = await person.send('Bericht');
  const queue = Array.from({ length: POSTS - 1 }, (_, number) => {
    const reference = newReference();
    const text = first.text.replaceAll(first.reference, reference).replace('Bericht', `Bericht ${number}`);
    return { ...first, id: newId(), key: newId(), reference, text, createdAt: first.createdAt + number + 1 };
  });
  await db.entries.bulkAdd(queue);
  const left: number[] = [];
  const http = createNotedHttp(
    (request) => {
      left.push(person.now);
      return line.http(request);
    },
    (url, purpose, limits) => noteWithin(db, sentRequest(url, purpose, clock()), limits),
  );
  const began = person.now;
  for (let wakes = 0; wakes < MOST_WAKES; wakes += 1) {
    const perform = createPerform(db, http, clock, () => connector); // each time another worker
    must(await deliver({ db, clock, random: () => 0.5, perform, lock: createLock() }));
    const dueAt = await nextDueAt(db);
    if (dueAt === null) break;
    person.now = Math.max(person.now + SECOND_MS, dueAt);
  }
  return { person, left, took: person.now - began };
}

/** The most that left within any span of so many ms; `left` in order. */
function mostWithin(left: readonly number[], ms: number): number {
  let from = 0;
  return left.reduce((most, at, to) => {
    while ((left[from] ?? at) <= at - ms) from += 1;
    return Math.max(most, to - from + 1);
  }, 0);
}

describe(`${POSTS} posts`, () => {
  test.each(SPECIMENS.map((specimen) => [specimen.platform.title, specimen] as const))(
    'reach %s inside its limit, each once',
    async (_title, specimen) => {
      const { person, left, took } = await deliverAll(specimen);
      expect(person.fake.posts()).toHaveLength(POSTS);
      expect(await person.db.receipts.count()).toBe(POSTS);
      for (const { requests, perMs } of person.community.rateLimit ?? [])
        expect(mostWithin(left, perMs)).toBeLessThanOrEqual(requests);
      const slowest = (person.community.rateLimit ?? []).map(
        ({ requests, perMs }) => (2.5 * left.length * perMs) / requests,
      );
      expect(took).toBeLessThanOrEqual(Math.max(HOUR_MS, ...slowest));
    },
    1_200_000,
  );
});
