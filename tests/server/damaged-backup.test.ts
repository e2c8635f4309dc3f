import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptRow } from '@/server/backup/format';
import { checkBackup, readBackup } from '@/server/backup/read';
import { aFolder, anEmptyPlace, everythingIn, type Line, linesIn, writeLines } from './a-backup';
import { operating } from './operator';
import { aMember, aServer } from './support';

/** A small community that was stopped, and a backup of it. */
async function aBackup() {
  const server = await aServer();
  await aMember(server);
  const folder = aFolder();
  const whole = join(folder, 'whole.gz');
  await operating(server, 'backup', whole);
  await server.store().close();
  const [header = {}, ...rows] = linesIn(whole).slice(0, -1);
  return { server, folder, whole, bytes: readFileSync(whole), header, rows };
}
type Backup = Awaited<ReturnType<typeof aBackup>>;

async function rowsIn(file: string): Promise<KeptRow[]> {
  const rows: KeptRow[] = [];
  await readBackup(file, (row) => void rows.push(row));
  return rows;
}

describe('a file that was damaged on its way', () => {
  test('is refused wherever it was cut off', async () => {
    const { folder, bytes } = await aBackup();
    const file = join(folder, 'cut.gz');
    for (let length = 0; length < bytes.length; length += 1) {
      writeFileSync(file, bytes.subarray(0, length));
      expect((await checkBackup(file)).ok, `cut after ${length} bytes`).toBe(false);
    }
  });

  test('is refused whichever bit fell over, but for those that say nothing', async () => {
    const { folder, whole, bytes } = await aBackup();
    const file = join(folder, 'flipped.gz');
    const rows = await rowsIn(whole);
    const flip = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }));
    await fc.assert(
      fc.asyncProperty(flip, async ([at, bit]) => {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ (1 << bit);
        writeFileSync(file, other);
        if (!(await checkBackup(file)).ok) return;
        // gzip itself has a few: time and system at its head, and what fills up the last byte before its sum.
        expect([at < GZIP_HEAD, at === bytes.length - GZIP_TAIL]).toContain(true);
        expect(await rowsIn(file)).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });
});

const GZIP_HEAD = 10;
const GZIP_TAIL = 9;

/** Files that are not what this version can put back: each is written, and named. */
const UNFIT: readonly (readonly [string, string, (backup: Backup, file: string) => void])[] = [
  ['no file', 'kan niet gelezen worden', () => undefined],
  ['a folder', 'kan niet gelezen worden', (_, file) => mkdirSync(file)],
  ['an empty file', 'is beschadigd of onvolledig', (_, file) => writeFileSync(file, '')],
  ['a text', 'is geen reservekopie', (_, file) => writeFileSync(file, 'Beste collega')],
  ['a gzipped text', 'is geen reservekopie', (_, file) => writeFileSync(file, gzipSync('Beste collega\n'))],
  ['other JSON', 'is geen reservekopie', (_, file) => void writeLines(file, [{ format: 'iets anders' }])],
  [
    'a file without line ends',
    'is geen reservekopie',
    (_, file) => writeFileSync(file, gzipSync(Buffer.alloc(17 * 1024 * 1024))),
  ],
  [
    'a backup in a later form',
    'van een nieuwere versie',
    ({ header, rows }, file) => void writeLines(file, [{ ...header, version: 2 }, ...rows]),
  ],
  [
    'a backup of later data',
    'van een nieuwere versie',
    ({ header, rows }, file) => void writeLines(file, [{ ...header, migration: '9999-later' }, ...rows]),
  ],
  [
    'a backup of earlier data',
    'van een oudere versie',
    ({ header, rows }, file) => void writeLines(file, [{ ...header, migration: '0001-first' }, ...rows]),
  ],
  ['one without its last row', 'is beschadigd', (backup, file) => unsealed(backup, file, -1)],
  ['one without its first row', 'is beschadigd', (backup, file) => unsealed(backup, file, 0)],
  [
    'one with a row of an unknown table',
    'is beschadigd',
    ({ header, rows }, file) => void writeLines(file, [header, ...rows, { table: 'geheimen', row: {} }]),
  ],
  [
    'one that goes on after its end',
    'is beschadigd',
    ({ bytes, rows }, file) =>
      writeFileSync(file, Buffer.concat([bytes, gzipSync(`${JSON.stringify(rows[0])}\n`)])),
  ],
  [
    'one with a column that no table of ours has',
    'De database weigerde de kopie',
    ({ header, rows }, file) => void writeLines(file, [header, ...rows.map(withColumn)]),
  ],
];

/** Left out one row, and the seal was made to fit. */
function unsealed({ header, rows }: Backup, file: string, at: number): void {
  const left = rows.filter((_, index) => index !== (at + rows.length) % rows.length);
  writeLines(file, [header, ...left]);
}

function withColumn({ table, row }: Line): Line {
  return { table, row: { ...(row as Line), erbij: 'x' } };
}

describe('a file that is not ours to put back', () => {
  test.each(UNFIT)('%s is refused: %s; nothing is changed', async (_what, sentence, write) => {
    const backup = await aBackup();
    const file = join(backup.folder, 'unfit.gz');
    write(backup, file);
    const before = await everythingIn(backup.server);
    const { done, text } = await operating(backup.server, 'restore', file, '--force');
    expect(done).toBe(false);
    expect(text).toContain(sentence);
    expect(text).not.toContain('\n');
    expect(await everythingIn(backup.server)).toEqual(before);
    if (sentence.startsWith('De database')) return; // it had to be there to refuse
    const place = await anEmptyPlace(backup.server.time, 'other');
    const folder = join(place.folder, 'new');
    await operating({ ...place, folder }, 'restore', file);
    expect(existsSync(folder)).toBe(false);
  });
});
