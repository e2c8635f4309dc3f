import { diskCodeOf } from '@/utils/outbox/disk';

/** Work that nobody waits for. A disk that refuses is told elsewhere, and asked again later; a bug goes to the console. */
export function unattended(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (diskCodeOf(error) === null) console.error(error);
  });
}
