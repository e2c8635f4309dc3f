import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLATFORMS, platformOf } from '@/utils/community/register';
import { SPECIMENS } from './specimens';

test('every platform goes through the kit', () => {
  expect(SPECIMENS.map(({ platform }) => platform.id).toSorted()).toEqual(
    PLATFORMS.map(({ id }) => id).toSorted(),
  );
  for (const { id } of PLATFORMS)
    expect(readFileSync(`tests/connectors/${id}/kit.test.ts`, 'utf8')).toMatch(/runKit\(\w+\)/);
});

test('a platform is a folder and a line in the register', () => {
  const folders = readdirSync('utils/community/connectors');
  expect(PLATFORMS.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  for (const platform of PLATFORMS) expect(platformOf(platform.id)).toBe(platform);
  expect(platformOf('constructor')).toBeNull();
});

test('no connector builds its schemas while the worker wakes: ten of them would take longer than waking does', () => {
  const files = readdirSync('utils/community/connectors', { recursive: true, encoding: 'utf8' });
  const built = files
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /^(?:export )?const \w+ = z\.(?!lazy\b|string\b)/mu.test(
        readFileSync(`utils/community/connectors/${file}`, 'utf8'),
      ),
    );
  expect(built).toEqual([]);
});
