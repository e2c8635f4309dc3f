import { lastLineEscape, paragraphEscape, titleEscape } from './escape';
import { type Format, inFormat } from './format';
import { partsOf } from './lines';
import type { Practice } from './practice';
import { tidy } from './tidy';
import { isReply, labelsOf, type PracticeWords } from './words';

const BETWEEN = '\n\n';

/**
 * The post, byte for byte what the preview shows and what is sent: title, labelled sections that are filled, page,
 * hashtags, `Ref. DG-XXXX-XXXX`; an answer and a reuse have one section and no title. `words` are of the practice's own
 * language. `read` is its inverse.
 */
export function render(
  practice: Practice,
  reference: string,
  words: PracticeWords,
  format: Format = 'plain',
): string {
  const tidied = tidy(practice);
  const labels = labelsOf(tidied.kind, words);
  const guard = paragraphEscape(labels).on;
  const body = labels.flatMap(({ field, text }) => section(text, tidied[field] ?? '', guard));
  const tags = tidied.topics.map((topic) => `#${topic}`).join(' ');
  const title = isReply(tidied) ? [] : [titleEscape.on(tidied.title)];
  const parts = tags === '' ? withSafeEnd(body) : [...body, tags];
  return inFormat([...title, ...parts, `Ref. ${reference}`].join(BETWEEN), format);
}

function section(label: string, text: string, guard: (paragraph: string) => string): string[] {
  if (text === '') return [];
  const [first = '', ...others] = text.split(BETWEEN);
  const beginsWithList = partsOf(first)[0]?.kind === 'list';
  const begin = beginsWithList ? [`${label}:`, first] : [`${label}: ${first}`];
  return [...begin, ...others.map(guard)];
}

/** The last paragraph that follows another of its section must not be read as topics. */
function withSafeEnd(body: readonly string[]): readonly string[] {
  const last = body.at(-1);
  return last === undefined ? body : [...body.slice(0, -1), lastLineEscape.on(last)];
}
