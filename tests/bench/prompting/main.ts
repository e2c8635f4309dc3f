import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '@/demo/run/build';
import { zoneAtMidday } from '@/scripts/browsers/midday';
import { line, median, type Row } from '../measure';
import { measureColdInjection } from './cold-injection';
import { measureDecisions } from './decision';
import { measurePainting } from './painting';

const MOST_KB = 8.5;

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  'in-page': measureSize,
  decision: measureDecisions,
  painting: measurePainting,
  injection: measureColdInjection,
};

/** What a prompt costs the page and the person; all parts, or those that are asked for by name. */
export async function measurePrompting(asked: readonly string[]): Promise<void> {
  process.env.TZ = zoneAtMidday(Date.now()); // the browser inherits it: at night nobody is asked anything
  const named = Object.entries(PARTS).filter(([name]) => asked.includes(name));
  for (const [, measure] of named.length === 0 ? Object.entries(PARTS) : named) {
    const before = loadavg()[0];
    for (const row of await measure()) console.log(line(row, median, 'ms'));
    console.log(`  load of this machine: ${before?.toFixed(1)} to ${loadavg()[0]?.toFixed(1)}`);
  }
}

/** As gzip -9 makes it, in units of 1,000 bytes. */
async function measureSize(): Promise<Row[]> {
  const built = await buildExtension('chromium');
  if (!built.ok) throw new Error(built.error);
  const size = gzipSync(readFileSync(join(built.value, 'in-page.js')), { level: 9 }).length / 1_000;
  return [
    {
      what: 'in-page script, zipped, against its budget',
      values: [size],
      against: [MOST_KB],
      most: 1,
      unit: 'kB',
    },
  ];
}
