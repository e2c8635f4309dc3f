import { execFileSync } from 'node:child_process';
import { lstatSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operating } from './operator';
import { aFolder } from './program';
import { aServer } from './support';

test('--force replaces files, and nothing else: a device would be gone for the whole machine', async () => {
  const server = await aServer();
  const pipe = join(aFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const outcome = await operating(server, 'backup', pipe, '--force');
  expect(outcome.done).toBe(false);
  expect(outcome.text).toContain(pipe);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test('a link to a file may be replaced', async () => {
  const server = await aServer();
  const folder = aFolder();
  const [file, link] = [join(folder, 'kopie'), join(folder, 'nieuwste')];
  writeFileSync(file, 'oud');
  symlinkSync(file, link);
  expect(readlinkSync(link)).toBe(file);
  expect((await operating(server, 'backup', link, '--force')).done).toBe(true);
});
