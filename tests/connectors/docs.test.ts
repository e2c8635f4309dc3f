import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLATFORMS } from '@/utils/community/register';
import { platformTable } from '../support/platform-table';

const readme = readFileSync('README.md', 'utf8');
const guide = readFileSync('docs/connectors.md', 'utf8');
const deployment = readFileSync('docs/deployment.md', 'utf8');

test('the README says of every platform what it was tried against, as the register has it', () => {
  const from = readme.indexOf('| platform | takes |');
  expect(readme.slice(from, readme.indexOf('\n\n', from))).toBe(platformTable(PLATFORMS));
});

test('the worked example stands in the guide as the tests run it', () => {
  const files = ['platform.ts', 'kit.test.ts'];
  expect(readdirSync('tests/connectors/example')).toEqual(expect.arrayContaining(files));
  for (const file of files) expect(guide).toContain(readFileSync(`tests/connectors/example/${file}`, 'utf8'));
});

test('what an administrator registers is told for every platform that wants it', () => {
  for (const { title, registration } of PLATFORMS) {
    if (registration === undefined) continue;
    const { page, applicationType, permissions, licence = '' } = registration;
    for (const fact of [title, page, applicationType, ...permissions, licence])
      expect(deployment).toContain(fact);
  }
});

test('a platform whose application an administrator registers says what there is to do', () => {
  const silent = PLATFORMS.filter(
    ({ oauth, registration }) => oauth?.registeredBy === 'administrator' && registration === undefined,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});
