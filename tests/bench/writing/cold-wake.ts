import { putWorkerToSleep } from '@/scripts/browsers/worker';
import type { Row } from '../measure';
import type { BenchBrowser } from '../outbox/browser';
import { MANY } from './keystrokes';

const ROUNDS = 13;

/** Waking the worker with many practices on the shelf against an empty one, in turns. */
export async function measureColdWake({ context, run }: BenchBrowser): Promise<Row[]> {
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  const woken = async (count: number, times: number[]): Promise<void> => {
    await putWorkerToSleep(context);
    await run('shelve', count);
    times.push(await run('wake'));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round === 1) for (const times of [values, against, control]) times.length = 0; // the browser compiles and keeps
    await woken(0, against);
    await woken(MANY, values);
    await woken(0, control);
  }
  const what = 'waking the worker, 10,000 practices against none';
  return [{ what, values, against, control, paired: true, most: 1.15 }];
}
