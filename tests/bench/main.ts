import { measureConnectors } from './connectors/main';
import { measureHostile } from './hostile';
import { line, median, quantile } from './measure';
import { measureOutbox } from './outbox/main';
import { measurePrompting } from './prompting/main';
import { measureRecognition } from './recognition';
import { aPostgres, aSqlite, type Measured } from './server/databases';
import { measureGrowth } from './server/growth';
import { measurePosting } from './server/posting';
import { measureWriting } from './writing/main';

type Prepare = () => Promise<Measured>;

const BENCHES: Readonly<Record<string, (prepare: Prepare) => Promise<void>>> = {
  posting: async (prepare) => {
    for (const row of await measurePosting(prepare)) console.log(line(row, median, '/s'));
  },
  growth: async (prepare) => {
    const growing = await prepare();
    for (const row of await measureGrowth(growing)) {
      console.log(line(row, (values) => quantile(values, 0.95), 'ms'));
    }
    await growing.end();
  },
};

/** All of it, or only what is asked for by name: `npm run bench -- posting`, `npm run bench -- outbox drain`. */
const asked = process.argv.slice(2);
/** Ratios side by side in one run: a machine's speed drops out of them. */
console.log(`  ${'what'.padEnd(58)} ${'this'.padStart(9)} ${'against'.padStart(9)}       ratio goal`);
if (asked.length === 0 || asked.includes('recognition')) {
  for (const row of [...measureRecognition(), ...measureHostile()]) console.log(line(row, median, 'ms'));
}
if (asked.length === 0 || asked.includes('outbox')) await measureOutbox(asked);
if (asked.length === 0 || asked.includes('prompting')) await measurePrompting(asked);
if (asked.length === 0 || asked.includes('writing')) await measureWriting(asked);
if (asked.length === 0 || asked.includes('connectors')) await measureConnectors();
for (const prepare of [aSqlite, aPostgres]) {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length === 0 || asked.includes(name)) await bench(prepare);
  }
}
