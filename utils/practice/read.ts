import { labelOf, referenceOf, tagsOf, unescapeLastLine, unescapeParagraph } from './escape';
import type { Practice } from './practice';
import type { PracticeWords } from './words';

const BETWEEN = '\n\n';

/** A practice found in a post, and the reference that says which one it is. */
export interface ReadPractice {
  readonly practice: Practice;
  readonly reference: string;
}

/**
 * The practice in a post's plain text, the inverse of `render`. `wordings` are the labels by language. Null for a post
 * that is none: without a reference line, or without a section that a known language labels.
 */
export function read(text: string, wordings: Readonly<Record<string, PracticeWords>>): ReadPractice | null {
  const paragraphs = paragraphsOf(text);
  const reference = referenceOf(paragraphs.at(-1) ?? '');
  const [title, ...middle] = paragraphs.slice(0, -1);
  if (reference === null || title === undefined) return null;
  const language = Object.keys(wordings).find((tag) => beginsWithLabel(middle[0], wordings[tag]));
  const words = language === undefined ? undefined : wordings[language];
  if (language === undefined || words === undefined) return null;
  const topics = tagsOf(middle.at(-1) ?? '');
  const body = topics === null ? withReadEnd(middle) : middle.slice(0, -1);
  return {
    reference,
    practice: { title, ...sectionsOf(body, words), topics: topics ?? [], language },
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
    .split(/\n{2,}/u);
}

function beginsWithLabel(paragraph: string | undefined, words: PracticeWords | undefined): boolean {
  return paragraph !== undefined && words !== undefined && labelOf(paragraph, words) !== null;
}

function withReadEnd(middle: readonly string[]): readonly string[] {
  const last = middle.at(-1);
  return last === undefined ? middle : [...middle.slice(0, -1), unescapeLastLine(last)];
}

function sectionsOf(
  body: readonly string[],
  words: PracticeWords,
): Pick<Practice, 'did' | 'why' | 'tip' | 'link'> {
  const found: Record<keyof PracticeWords, string[]> = { did: [], why: [], tip: [], page: [] };
  let current: keyof PracticeWords = 'did';
  for (const paragraph of body) {
    const label = labelOf(paragraph, words);
    if (label === null) {
      found[current].push(unescapeParagraph(paragraph, words));
    } else {
      current = label.field;
      found[current].push(label.rest.trimStart());
    }
  }
  const text = (field: keyof PracticeWords): string => found[field].join(BETWEEN);
  return { did: text('did'), why: text('why'), tip: text('tip'), link: text('page') || null };
}
