import { loadavg } from 'node:os';
import { line, median, type Row } from '../measure';
import { aMember, aSqlite } from '../server/databases';
import { OUR_SERVER, start } from '../server/running';
import { type BenchBrowser, openBenchBrowser } from './browser';
import { measureColdSend } from './cold-send';
import { measureDrain } from './drain';
import { measureEnqueueing } from './enqueueing';
import type { Target } from './in-browser/samples';
import { measurePopup } from './popup';

const PARTS: Readonly<Record<string, (browser: BenchBrowser, target: Target) => Promise<Row[]>>> = {
  enqueue: measureEnqueueing,
  drain: measureDrain,
  send: measureColdSend,
  popup: measurePopup,
};

/** The outbox in a real browser against a real server; all parts, or those that are asked for by name. */
export async function measureOutbox(asked: readonly string[]): Promise<void> {
  const named = Object.entries(PARTS).filter(([name]) => asked.includes(name));
  const parts = named.length === 0 ? Object.entries(PARTS) : named;
  const database = await aSqlite();
  const store = await database.open();
  const { id: accountId, token } = await aMember(store, 'bench');
  await store.close();
  const server = await start(OUR_SERVER, database);
  const browser = await openBenchBrowser();
  try {
    for (const [, measure] of parts) {
      const before = loadavg()[0];
      const rows = await measure(browser, { origin: server.origin, accountId, token });
      for (const row of rows) console.log(line(row, median, 'ms'));
      console.log(`  load of this machine: ${before?.toFixed(1)} to ${loadavg()[0]?.toFixed(1)}`);
    }
  } finally {
    await browser.close();
    await server.stop();
    await database.end();
  }
}
