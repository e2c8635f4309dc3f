import { labelOf, lastLineEscape, paragraphEscape, referenceOf, tagsOf, titleEscape } from './escape';
import { type Format, outOfFormat } from './format';
import { arranged } from './lines';
import type { Practice } from './practice';
import { isReply, type Label, labelsOf, type PracticeWords } from './words';

const BETWEEN = '\n\n';

/** A practice found in a post, and the reference that says which one it is. */
export interface ReadPractice {
  readonly practice: Practice;
  readonly reference: string;
}

type Wordings = Readonly<Record<string, PracticeWords>>;

/**
 * The practice in a post, the inverse of `render`. `wordings` are the labels by language. Null for a post that is none:
 * without a reference line, or without a section that a known language labels.
 */
export function read(text: string, wordings: Wordings, format: Format = 'plain'): ReadPractice | null {
  const paragraphs = paragraphsOf(outOfFormat(text, format));
  const reference = referenceOf(paragraphs.at(-1) ?? '');
  const found = frameOf(paragraphs, wordings);
  if (reference === null || found === null) return null;
  const { kind, language, labels } = found;
  const [title = '', ...middle] = isReply({ kind })
    ? ['', ...paragraphs.slice(0, -1)]
    : paragraphs.slice(0, -1);
  const topics = isReply({ kind }) ? null : tagsOf(middle.at(-1) ?? '');
  const body = topics === null ? withReadEnd(middle) : middle.slice(0, -1);
  return {
    reference,
    practice: {
      title: titleEscape.off(title),
      ...sectionsOf(body, labels),
      topics: topics ?? [],
      language,
      ...(kind === undefined ? {} : { kind }),
    },
  };
}

interface Frame {
  readonly kind: Practice['kind'];
  readonly language: string;
  readonly labels: readonly Label[];
}

/** Which kind of practice it is, and in which language, by the label that it begins with or has below its title. */
function frameOf([first, second]: readonly string[], wordings: Wordings): Frame | null {
  for (const kind of ['answer', 'reuse', undefined, 'question', 'conclusion'] as const) {
    const paragraph = isReply({ kind }) ? first : second;
    for (const [language, words] of Object.entries(wordings)) {
      const labels = labelsOf(kind, words);
      if (labelOf(paragraph ?? '', labels.slice(0, 1)) !== null) return { kind, language, labels };
    }
  }
  return null;
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

function withReadEnd(middle: readonly string[]): readonly string[] {
  const last = middle.at(-1);
  return last === undefined ? middle : [...middle.slice(0, -1), lastLineEscape.off(last)];
}

function sectionsOf(
  body: readonly string[],
  labels: readonly Label[],
): Pick<Practice, 'did' | 'why' | 'tip' | 'link'> {
  const found: Record<Label['field'], string[]> = { did: [], why: [], tip: [], link: [] };
  const unguarded = paragraphEscape(labels).off;
  let current: Label['field'] = 'did';
  for (const paragraph of body) {
    const label = labelOf(paragraph, labels);
    current = label?.field ?? current;
    found[current].push(label?.rest ?? unguarded(paragraph));
  }
  // What a platform put between the items of a list, or nothing before one, goes.
  const text = (field: Label['field']): string => arranged(found[field].join(BETWEEN)).trim();
  return { did: text('did'), why: text('why'), tip: text('tip'), link: text('link') || null };
}
