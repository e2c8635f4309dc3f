import { loadavg } from 'node:os';
import { line, median, type Row } from '../measure';
import { type BenchBrowser, openBenchBrowser } from '../outbox/browser';
import { measureColdWake } from './cold-wake';
import { measureComposer } from './composer';
import { measureKeystrokes } from './keystrokes';

const PARTS: Readonly<Record<string, (browser: BenchBrowser) => Promise<Row[]>>> = {
  keystrokes: measureKeystrokes,
  composer: measureComposer,
  'cold-wake': measureColdWake,
};

/** What a person notices of the library while they write; all parts, or those that are asked for by name. */
export async function measureWriting(asked: readonly string[]): Promise<void> {
  const named = Object.entries(PARTS).filter(([name]) => asked.includes(name));
  const browser = await openBenchBrowser();
  try {
    await browser.run('wake'); // a worker that is stopped while it is being installed may not come back
    for (const [, measure] of named.length === 0 ? Object.entries(PARTS) : named) {
      const before = loadavg()[0];
      for (const row of await measure(browser)) console.log(line(row, median, 'ms'));
      console.log(`  load of this machine: ${before?.toFixed(1)} to ${loadavg()[0]?.toFixed(1)}`);
    }
  } finally {
    await browser.close();
  }
}
