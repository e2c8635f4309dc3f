import { putWorkerToSleep } from '@/scripts/browsers/worker';
import type { Row } from '../measure';
import type { BenchBrowser } from './browser';
import type { Target } from './in-browser/samples';

const ROUNDS = 13;

/** From a Send to its answer with the worker stopped, against waking the worker and the Send's own transaction. */
export async function measureColdSend({ run, context }: BenchBrowser, target: Target): Promise<Row[]> {
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  await run('empty');
  await run('fill', target, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = await run('written', target, round);
    const other = await run('written', target, round);
    await run('holdBack', target); // what was sent stays here: nothing else is going on
    await putWorkerToSleep(context);
    const sent = await run('send', order);
    await putWorkerToSleep(context);
    const woken = await run('wake');
    await putWorkerToSleep(context);
    const wokenAgain = await run('wake');
    const enqueued = await run('enqueueHere', other);
    if (round === 0) continue; // the browser compiles and keeps
    values.push(sent);
    against.push(woken + enqueued);
    control.push(wokenAgain + enqueued);
  }
  await run('empty');
  const what = 'Send with the worker stopped, against waking + enqueue';
  return [{ what, values, against, control, paired: true, most: 1.5 }];
}
