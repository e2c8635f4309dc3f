import { line, median, quantile } from './measure';
import { aPostgres, aSqlite } from './server/databases';
import { measureGrowth } from './server/growth';
import { measurePosting } from './server/posting';

/** Ratios side by side in one run: a machine's speed drops out of them. */
console.log(`  ${'what'.padEnd(58)} ${'this'.padStart(9)} ${'against'.padStart(9)}       ratio goal`);
for (const prepare of [aSqlite, aPostgres]) {
  for (const row of await measurePosting(prepare)) console.log(line(row, median, '/s'));
  const growing = await prepare();
  for (const row of await measureGrowth(growing)) {
    console.log(line(row, (values) => quantile(values, 0.95), 'ms'));
  }
  await growing.end();
}
