import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHAOS_MODE, CHAOS_SECOND_MS, chaosPlugin } from '@/scripts/chaos/build/plugin';
import { SECOND_MS } from '@/utils/kernel/clock';
import config from '@/wxt.config';

const BACKGROUND = resolve('entrypoints/background/index.ts');
const CLOCK = resolve('utils/kernel/clock.ts');

async function pluginsOf(mode: string): Promise<readonly unknown[]> {
  const vite = await config.vite?.({ mode, command: 'build', browser: 'chrome', manifestVersion: 3 });
  return vite?.plugins ?? [];
}

describe('the chaos build', () => {
  test('is one mode; no other mode has anything of it', async () => {
    expect(await pluginsOf(CHAOS_MODE)).toHaveLength(1);
    for (const mode of ['production', 'development', 'test']) expect(await pluginsOf(mode)).toEqual([]);
  });

  test('shortens the second and puts its own part before the background; everything else stays as it is', () => {
    const { transform } = chaosPlugin();
    expect(transform(readFileSync(CLOCK, 'utf8'), CLOCK)).toContain(`SECOND_MS = ${CHAOS_SECOND_MS};`);
    expect(transform('code', BACKGROUND)).toMatch(/^import ".*in-worker\/index\.ts";\ncode$/);
    expect(transform('code', resolve('utils/outbox/deliver.ts'))).toBeUndefined();
    expect(() => transform('export const SECOND = 1;', CLOCK)).toThrow();
    expect(SECOND_MS).toBe(1_000);
  });

  test('is imported by nothing that is shipped', () => {
    const shipped = ['entrypoints', 'components', 'utils', 'server'].flatMap(filesIn);
    const mentions = shipped.filter((file) => readFileSync(file, 'utf8').includes('scripts/chaos'));
    expect(mentions).toEqual([]);
  });

  test.skipIf(!existsSync('.output/chrome-mv3'))('left nothing in the build that is shipped', () => {
    const scripts = filesIn('.output/chrome-mv3').filter((file) => file.endsWith('.js'));
    const marked = scripts.filter((file) => /chaos/i.test(readFileSync(file, 'utf8')));
    expect(scripts.length).toBeGreaterThan(0);
    expect(marked).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}
