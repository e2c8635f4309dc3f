import { escapeLastLine, escapeParagraph } from './escape';
import type { Practice } from './practice';
import { tidy } from './tidy';
import type { PracticeWords } from './words';

const BETWEEN = '\n\n';

/**
 * The post as plain text, byte for byte what the preview shows and what is sent: title, labelled sections that are
 * filled, page, hashtags, `Ref. DG-XXXX-XXXX`. `words` are of the practice's own language. `read` is its inverse.
 */
export function render(practice: Practice, reference: string, words: PracticeWords): string {
  const { title, did, why, tip, topics, link } = tidy(practice);
  const body = [
    section(words.did, did, words),
    section(words.why, why, words),
    section(words.tip, tip, words),
    link === null ? null : `${words.page}: ${link}`,
  ].filter((part) => part !== null);
  const tags = topics.map((topic) => `#${topic}`).join(' ');
  const tail = tags === '' ? [] : [tags];
  const parts = tags === '' ? withSafeEnd(body) : body;
  return [title, ...parts, ...tail, `Ref. ${reference}`].join(BETWEEN);
}

function section(label: string, text: string, words: PracticeWords): string | null {
  if (text === '') return null;
  const [first = '', ...others] = text.split(BETWEEN);
  return [`${label}: ${first}`, ...others.map((part) => escapeParagraph(part, words))].join(BETWEEN);
}

function withSafeEnd(body: readonly string[]): readonly string[] {
  const last = body.at(-1);
  if (last === undefined) return body;
  const start = last.lastIndexOf(BETWEEN) + BETWEEN.length;
  if (start < BETWEEN.length || last.slice(start).includes('\n')) return body;
  return [...body.slice(0, -1), last.slice(0, start) + escapeLastLine(last.slice(start))];
}
