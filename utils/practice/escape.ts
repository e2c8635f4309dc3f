import type { Label } from './words';

const SLASHES = /^\\+/;
const TAGS_ONLY = /^#[\p{L}\p{M}\p{N}_]+(?: #[\p{L}\p{M}\p{N}_]+)*$/u;
/** French has a narrow space before it, which platforms make a wider one, or drop. */
const COLON = /^[ \u00a0\u202f]?:/;
const REFERENCE_ONLY = /^Ref\. (DG-[0-9A-Z]{4}-[0-9A-Z]{4})$/;
/** What an answer or a reuse begins with in any language (a test holds them against the catalogues): no title may. */
const REPLY =
  /^(?:Antwoord|Answer|Antwort|Réponse|Hergebruikt|Reused|Wiederverwendet|Réutilisé)[ \u00a0\u202f]?:/u;

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
  labels: readonly Label[],
): { readonly field: Label['field']; readonly rest: string } | null {
  for (const { field, text } of labels) {
    const label = text.trimEnd();
    const rest = line.startsWith(label) ? line.slice(label.length) : '';
    if (COLON.test(rest)) return { field, rest: rest.replace(COLON, '').trimStart() };
  }
  return null;
}

/** A text that must not be taken for something of the frame, though it looks like it. */
interface Escape {
  /** With a backslash in front; one that had backslashes gets one more. */
  readonly on: (text: string) => string;
  /** The inverse of `on`. */
  readonly off: (text: string) => string;
}

function escapeOf(looksLikeFrame: (text: string) => boolean): Escape {
  const concerns = (text: string): boolean => looksLikeFrame(text.replace(SLASHES, ''));
  return {
    on: (text) => (concerns(text) ? `\\${text}` : text),
    off: (text) => (concerns(text) ? text.replace(/^\\/, '') : text),
  };
}

/** A paragraph that begins with a label. */
export function paragraphEscape(labels: readonly Label[]): Escape {
  return escapeOf((paragraph) => labelOf(paragraph, labels) !== null);
}

/** A title that would make a reply of what it stands above. */
export const titleEscape: Escape = escapeOf((title) => REPLY.test(title));

/** The last line of a post without topics, when it holds only hashtags, would be read as topics. */
export const lastLineEscape: Escape = escapeOf((line) => tagsOf(line) !== null);
