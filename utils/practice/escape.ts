import type { PracticeWords } from './words';

const SLASHES = /^\\+/;
const TAGS_ONLY = /^#[\p{L}\p{M}\p{N}_]+(?: #[\p{L}\p{M}\p{N}_]+)*$/u;
const FIELDS = ['did', 'why', 'tip', 'page'] as const;
/** French has a narrow space before it, which platforms make a wider one, or drop. */
const COLON = /^[ \u00a0\u202f]?:/;
const REFERENCE_ONLY = /^Ref\. (DG-[0-9A-Z]{4}-[0-9A-Z]{4})$/;

/** The hashtags of a line that holds nothing else, without '#'; null for any other line. */
export function tagsOf(line: string): string[] | null {
  return TAGS_ONLY.test(line) ? line.split(' ').map((tag) => tag.slice(1)) : null;
}

/** The reference of a line that holds nothing else; null for any other line. */
export function referenceOf(line: string): string | null {
  return REFERENCE_ONLY.exec(line)?.[1] ?? null;
}

/** The field whose label a line begins with, and what follows that label; null for any other line. */
export function labelOf(
  line: string,
  words: PracticeWords,
): { readonly field: keyof PracticeWords; readonly rest: string } | null {
  for (const field of FIELDS) {
    const label = words[field].trimEnd();
    const rest = line.startsWith(label) ? line.slice(label.length) : '';
    if (COLON.test(rest)) return { field, rest: rest.replace(COLON, '') };
  }
  return null;
}

/**
 * A paragraph that looks like a part of the frame (it begins with a label) gets a backslash in front, so that reading
 * cannot mistake it; one that had backslashes gets one more.
 */
export function escapeParagraph(paragraph: string, words: PracticeWords): string {
  return labelOf(paragraph.replace(SLASHES, ''), words) === null ? paragraph : `\\${paragraph}`;
}

/** The inverse of `escapeParagraph`. */
export function unescapeParagraph(paragraph: string, words: PracticeWords): string {
  const looksLikeFrame = labelOf(paragraph.replace(SLASHES, ''), words) !== null;
  return looksLikeFrame ? paragraph.replace(/^\\/, '') : paragraph;
}

/** The last line of a post without topics, when it holds only hashtags, would be read as topics. */
export function escapeLastLine(line: string): string {
  return tagsOf(line.replace(SLASHES, '')) === null ? line : `\\${line}`;
}

/** The inverse of `escapeLastLine`. */
export function unescapeLastLine(line: string): string {
  return tagsOf(line.replace(SLASHES, '')) === null ? line : line.replace(/^\\/, '');
}
