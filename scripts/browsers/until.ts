import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/** Asks until it gets an answer; what throws meanwhile counts as none. Throws when `withinMs` have passed. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | null | false>,
  withinMs = 10_000,
): Promise<Value> {
  let last: unknown;
  for (const end = Date.now() + withinMs; Date.now() < end; await wait(LOOK_EVERY_MS)) {
    try {
      const value = await look();
      if (value !== undefined && value !== null && value !== false) return value;
    } catch (error) {
      last = error; // pages come and go while one looks: only the last word is told
    }
  }
  throw new Error(`not within ${withinMs} ms: ${what}`, { cause: last });
}
