import { describe, expect, test } from 'vitest';
import { noteWithin } from '@/utils/community/rate-limit';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { type Purpose, sentRequest } from '@/utils/privacy/ledger-row';
import { aDatabase, START } from '../support/outbox-world';

const LIMIT = [{ requests: 10, perMs: 30 * SECOND_MS }];
const ORIGIN = 'https://platform.example';

function aLedger(limits = LIMIT) {
  const db = aDatabase();
  const note = (at: number, purpose: Purpose = 'send', origin = ORIGIN) =>
    noteWithin(db, sentRequest(origin, purpose, at), limits);
  /** How many of so many that leave in the same moment may. */
  const burst = async (count: number, at: number, purpose?: Purpose): Promise<number> => {
    const waits = await Promise.all(Array.from({ length: count }, () => note(at, purpose)));
    return waits.filter((ms) => ms === 0).length;
  };
  return { db, note, burst };
}

describe('a limit', () => {
  test('is never passed, however many leave at once, and says when there is more', async () => {
    const { db, note, burst } = aLedger();
    expect(await burst(30, START, 'thank')).toBe(10);
    expect(await db.requests.count()).toBe(10);
    expect(await note(START + 10 * SECOND_MS, 'thank')).toBe(21 * SECOND_MS);
    expect(await burst(30, START + 31 * SECOND_MS, 'thank')).toBe(10);
  });

  test('leaves something to whoever waits for an answer, and most of it to delivery', async () => {
    const { burst } = aLedger();
    expect(await burst(20, START, 'read')).toBe(5);
    expect(await burst(20, START, 'send')).toBe(4);
    expect(await burst(20, START, 'thank')).toBe(1);
  });

  test('of one request lets that one leave, whatever it is for', async () => {
    const { note } = aLedger([{ requests: 1, perMs: 10 * SECOND_MS }]);
    expect(await note(START, 'read')).toBe(0);
    expect(await note(START, 'send')).toBe(11 * SECOND_MS);
    expect(await note(START + 11 * SECOND_MS, 'send')).toBe(0);
  });

  test('counts what a worker before this one sent, and nothing that went elsewhere', async () => {
    const { db, note } = aLedger();
    await db.requests.bulkAdd(Array.from({ length: 9 }, () => sentRequest(ORIGIN, 'look', START)));
    await db.requests.bulkAdd(
      Array.from({ length: 9 }, () => sentRequest('https://other.example', 'send', START)),
    );
    expect(await note(START + SECOND_MS, 'send')).toBe(30 * SECOND_MS);
    expect(await note(START + SECOND_MS, 'thank')).toBe(0);
  });

  test('of a day holds beside that of a minute', async () => {
    const { burst } = aLedger([
      { requests: 20, perMs: MINUTE_MS },
      { requests: 30, perMs: DAY_MS },
    ]);
    expect(await burst(40, START, 'thank')).toBe(20);
    expect(await burst(40, START + 2 * MINUTE_MS, 'thank')).toBe(10);
    expect(await burst(40, START + 4 * MINUTE_MS, 'thank')).toBe(0);
  });

  test('forgets rows of a clock that was a year ahead', async () => {
    const { db, note } = aLedger();
    const ahead = START + 365 * DAY_MS;
    await db.requests.bulkAdd(Array.from({ length: 10 }, () => sentRequest(ORIGIN, 'send', ahead)));
    expect(await note(START)).toBe(0);
  });
});
