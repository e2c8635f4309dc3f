import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Texts by key, such as `chip.share` or `chip.share_one`. */
export type Texts = ReadonlyMap<string, string>;

export function readTexts(file: string): Texts {
  return new Map(leaves(JSON.parse(readFileSync(file, 'utf8'))));
}

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The key that code asks for: without the ending that the count chooses. */
export function askedKey(key: string): string {
  return key.replace(PLURAL, '');
}

/** The plural endings that each counted key has. */
export function pluralsOf(texts: Texts): ReadonlyMap<string, readonly string[]> {
  const plurals = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const [, ending] = PLURAL.exec(key) ?? [];
    if (ending !== undefined) plurals.set(askedKey(key), [...(plurals.get(askedKey(key)) ?? []), ending]);
  }
  return plurals;
}

export function placeholdersOf(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');
}

const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;
const TEMPLATE = /`([\w.-]*\$\{[^`]*)`/g;
const PROPERTY_OR_NUMBER = /\b(?:(\w+)\??:|(\d+)\b)/g;
/** This script runs before any package is there, and asks for its sentences by the last part of their keys. */
const PREPARE = /^scripts\/prepare/;

/** Answers whether the source asks for a key, whole or with parts that it fills in: those must be words of its own. */
export function keyUse(): (key: string) => boolean {
  const asked = new Set<string>();
  const words = new Set<string>();
  const templates: RegExp[] = [];
  for (const { path, text } of sources()) {
    for (const [, single, double] of text.matchAll(LITERAL)) {
      const literal = single ?? double ?? '';
      words.add(literal);
      asked.add(PREPARE.test(path) ? `demo.prepare.${literal}` : literal);
    }
    for (const [, name, number] of text.matchAll(PROPERTY_OR_NUMBER)) words.add(name ?? number ?? '');
    for (const [, template = ''] of text.matchAll(TEMPLATE)) templates.push(patternOf(template));
  }
  const isFilledIn = (key: string) => (pattern: RegExp) => {
    const parts = pattern.exec(key)?.slice(1);
    return parts?.every((part) => words.has(part)) ?? false;
  };
  return (key) => asked.has(key) || templates.some(isFilledIn(key));
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('([\\w-]+)')}$`);
}

function sources(): { path: string; text: string }[] {
  const folders = ['components', 'demo', 'entrypoints', 'scripts', 'server', 'utils'];
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
