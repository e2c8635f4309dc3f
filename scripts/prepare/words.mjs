import { existsSync, readFileSync } from 'node:fs';
import { env } from 'node:process';

/** This script runs before any package is there, so it fills in its few sentences itself. */
function readWords() {
  const asked = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2).toLowerCase();
  const fileOf = (language) => new URL(`../../utils/language/texts/${language}.json`, import.meta.url);
  const isSpoken = /^[a-z]{2}$/.test(asked) && existsSync(fileOf(asked));
  return JSON.parse(readFileSync(fileOf(isSpoken ? asked : 'nl'), 'utf8')).demo.prepare;
}

let words;

/** Says one sentence of `demo.prepare` on stderr; stdout belongs to the command that follows. */
export function say(key, values = {}) {
  words ??= readWords();
  const sentence = words[key].replace(/\{\{(\w+)\}\}/g, (_whole, name) => values[name] ?? '');
  process.stderr.write(`${sentence}\n`);
}
