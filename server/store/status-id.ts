import type { Clock } from '@/utils/kernel/clock';
import type { RandomBytes } from '@/utils/kernel/random';

const SEQUENCE_BITS = 16n;
/** Until the year 2453. */
export const ID_DIGITS = 18;
const SEQUENCE_SIZE = 1 << 16;

/**
 * Ids in the order of time: milliseconds since 1970 and 16 bits, as a decimal string (of one length, so that they
 * sort as text). The bits begin at random in each millisecond; the primary key judges a clash between nodes.
 */
export function idMaker(clock: Clock, randomBytes: RandomBytes): () => string {
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      const [high = 0, low = 0] = randomBytes(2);
      sequence = ((high << 8) | low) >> 1; // the lower half, so that a busy millisecond has room to count
    } else {
      sequence += 1;
      if (sequence >= SEQUENCE_SIZE) {
        lastMs += 1;
        sequence = 0;
      }
    }
    return ((BigInt(lastMs) << SEQUENCE_BITS) | BigInt(sequence)).toString();
  };
}

/** The least id of a moment, in milliseconds. */
export function idAt(ms: number): string {
  return (BigInt(ms) << SEQUENCE_BITS).toString().padStart(ID_DIGITS, '0');
}

/** The moment at which an id was made, in milliseconds. */
export function momentOf(id: string): number {
  return Number(BigInt(id) >> SEQUENCE_BITS);
}
