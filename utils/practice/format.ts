import { textFromHtml } from './html';
import { fromMarkdown, toMarkdown } from './markdown';
import { toHtml } from './to-html';
import { fromWikitext, toWikitext } from './wikitext';

/** What platforms take. In plain text, marks stand as they were typed. */
export type Format = 'plain' | 'markdown' | 'html' | 'wikitext';

const asItIs = (text: string): string => text;

const WRITE: Readonly<Record<Format, (text: string) => string>> = {
  plain: asItIs,
  markdown: toMarkdown,
  html: (text) => toHtml(text),
  wikitext: toWikitext,
};

const READ: Readonly<Record<Format, (text: string) => string>> = {
  plain: asItIs,
  markdown: fromMarkdown,
  html: textFromHtml,
  wikitext: fromWikitext,
};

/** A text with its marks, written in a format. */
export function inFormat(text: string, format: Format): string {
  return WRITE[format](text);
}

/** The inverse of `inFormat`. */
export function outOfFormat(written: string, format: Format): string {
  return READ[format](written);
}
