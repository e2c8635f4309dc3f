import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { putWorkerToSleep } from '@/scripts/browsers/worker';
import { line, median, type Row } from '../measure';
import { type BenchBrowser, openBenchBrowser } from '../outbox/browser';
import { buildWithOneConnector } from './one-connector';

const ROUNDS = 13;

/** Waking the worker with every connector in it against one, in turns. */
export async function measureConnectors(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-one-'));
  const all = await openBenchBrowser();
  const one = await openBenchBrowser(await buildWithOneConnector(folder));
  try {
    const before = loadavg()[0];
    console.log(line(await coldWake(all, one), median, 'ms'));
    console.log(`  load of this machine: ${before?.toFixed(1)} to ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await Promise.all([all.close(), one.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function coldWake(all: BenchBrowser, one: BenchBrowser): Promise<Row> {
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  const woken = async ({ context, run }: BenchBrowser, times: number[]): Promise<void> => {
    await putWorkerToSleep(context);
    times.push(await run('wake'));
  };
  for (const { run } of [all, one]) await run('wake'); // a worker that is stopped while it is being installed may not come back
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round === 1) for (const times of [values, against, control]) times.length = 0; // the browser compiles and keeps
    await woken(one, against);
    await woken(all, values);
    await woken(one, control);
  }
  return {
    what: 'waking the worker, every connector against one',
    values,
    against,
    control,
    paired: true,
    most: 1.15,
  };
}
