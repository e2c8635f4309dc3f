import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'utils/language/texts';
const files = readdirSync(folder);

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

function read(file: string): Map<string, string> {
  return new Map(leaves(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));
}

const dutch = read('nl.json');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

test.each(files)('%s has the keys of the Dutch catalogue, all filled in', (file) => {
  const texts = read(file);
  expect([...texts.keys()].sort()).toEqual([...dutch.keys()].sort());
  expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(files)('%s has the placeholders of the Dutch catalogue', (file) => {
  const different = [...read(file)].filter(
    ([key, text]) => `${placeholders(text)}` !== `${placeholders(dutch.get(key) ?? '')}`,
  );
  expect(different).toEqual([]);
});

test.each(files)('%s has both plural forms wherever it has one', (file) => {
  const keys = new Set(read(file).keys());
  const lonely = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
  expect(lonely).toEqual([]);
});
