import { putWorkerToSleep } from '@/scripts/browsers/worker';
import { median, type Row } from '../measure';
import type { BenchBrowser } from '../outbox/browser';

export const MANY = 10_000;
const ROUNDS = 4;
const KEYS = 40;
/** Sixty words a minute. */
const EVERY_MS = 200;
const PATIENCE_MS = 60_000;

/**
 * A key until it is on disk, with many practices on the shelf against none, in turns. Every round begins with a new
 * worker, so that the index is made while somebody types.
 */
export async function measureKeystrokes({ run, context }: BenchBrowser): Promise<Row[]> {
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  const typed = async (count: number, times: number[]): Promise<void> => {
    await putWorkerToSleep(context);
    await run('shelve', count);
    const draftId = await run('beginWriting');
    times.push(median(await run('typeKeys', draftId, KEYS, EVERY_MS)));
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    if (round === 1) for (const times of [values, against, control]) times.length = 0; // until then it warmed up
    await typed(0, against);
    await typed(MANY, values);
    await typed(0, control);
  }
  await putWorkerToSleep(context);
  await run('shelve', MANY);
  const { near, ms } = await run('nearAfter', PATIENCE_MS);
  if (near === 0) throw new Error('the library found nothing: that was no index');
  console.log(
    `  with ${MANY} practices the first that are near were there after ${(ms / 1_000).toFixed(1)} s`,
  );
  const what = 'a key until it is saved, 10,000 practices against none';
  return [{ what, values, against, control, paired: true, most: 1.1 }];
}
