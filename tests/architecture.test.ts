import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type SourceFile, violations } from './support/architecture';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(path));
const tree: SourceFile[] = tracked.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const TOP_FOLDERS = [
  'components',
  'demo',
  'docs',
  'entrypoints',
  'locales',
  'public',
  'scripts',
  'server',
  'tests',
  'utils',
];
const DOMAINS = [
  'activity',
  'community',
  'kernel',
  'language',
  'library',
  'messaging',
  'outbox',
  'platform',
  'practice',
  'privacy',
  'prompting',
  'settings',
  'storage',
];
const CONTEXTS = ['background', 'in-page', 'options', 'popup', 'pulse', 'sidebar', 'welcome'];
const COMPONENT_FOLDERS = [
  'charts',
  'community',
  'guide',
  'hooks',
  'outbox',
  'settings',
  'sharing',
  'styles',
  'ui',
];

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);
}

describe('the tree', () => {
  test('breaks no import rule and no size budget', () => {
    expect(violations(tree)).toEqual([]);
  });

  test.each([
    ['.', TOP_FOLDERS],
    ['utils', DOMAINS],
    ['entrypoints', CONTEXTS],
    ['components', COMPONENT_FOLDERS],
  ])('%s holds only the folders of the design', (path, allowed) => {
    expect(foldersIn(path).filter((name) => !allowed.includes(name) && name !== 'coverage')).toEqual([]);
  });

  test('no two files are one where capitals make no difference', () => {
    const stems = tree.map(({ path }) => path.replace(/\.[a-z.]+$/, ''));
    const byFold = new Map<string, Set<string>>();
    for (const stem of stems) {
      byFold.set(stem.toLowerCase(), (byFold.get(stem.toLowerCase()) ?? new Set()).add(stem));
    }
    expect([...byFold.values()].filter(({ size }) => size > 1).map((same) => [...same])).toEqual([]);
  });

  test('every domain says in one sentence which question it owns', () => {
    const silent = foldersIn('utils').filter((name) => !existsSync(`utils/${name}/README.md`));
    expect(silent).toEqual([]);
  });

  test('the kernel stays at five files or fewer, beside its README', () => {
    expect(readdirSync('utils/kernel').filter((name) => name.endsWith('.ts')).length).toBeLessThanOrEqual(5);
  });

  test('half of all source files have 60 lines or fewer', () => {
    const sizes = tree
      .filter(({ path }) => /^(utils|components|entrypoints)\//.test(path))
      .map(({ text }) => text.split('\n').length - 1)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  });
});

describe('a planted breach is found', () => {
  const long = (lines: number) => 'x();\n'.repeat(lines);
  test.each([
    ['a domain that imports another', 'utils/activity/a.ts', "import { b } from '@/utils/outbox/b';"],
    [
      'a component that reaches past ask',
      'components/ui/A.tsx',
      "import { db } from '@/utils/storage/database';",
    ],
    ['zod in the page', 'entrypoints/in-page/a.ts', "import * as z from 'zod/mini';"],
    ['anybody who imports an entrypoint', 'utils/outbox/a.ts', "import { b } from '@/entrypoints/popup/b';"],
    ['the server reaching into the outbox', 'server/a.ts', "import { b } from '@/utils/outbox/b';"],
    ['a relative path around the rule', 'utils/kernel/a.ts', "import { b } from '../outbox/b';"],
    ['a dynamic import around the rule', 'utils/kernel/a.ts', "void import('@/utils/outbox/b');"],
    ['a file that is too long', 'utils/outbox/a.ts', long(201)],
    ['a function that is too long', 'utils/outbox/a.ts', `function f() {\n${long(41)}}\n`],
    ['any', 'server/a.ts', 'export const a: any = 1;'],
    ['a non-null assertion', 'utils/outbox/a.ts', 'export const a = b!;'],
    [
      'a component with eight props',
      'components/ui/A.tsx',
      `interface AProps {${'abcdefgh'.replace(/./g, '$&: 1;')}}`,
    ],
  ])('%s', (_what, path, text) => {
    expect(violations([{ path, text }])).toHaveLength(1);
  });

  test('a budget bends only where a reason is written beside it', () => {
    const bent = `// budget: 50 lines — a table reads better whole\nfunction f() {\n${long(41)}}\n`;
    expect(violations([{ path: 'utils/outbox/a.ts', text: bent }])).toEqual([]);
  });
});
