import { type Format, inFormat, outOfFormat } from '@/utils/practice/format';
import { titleApart } from '../../page';

const ILLEGAL = /[#<>[\]|{}_\s\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\ufffd]+|~~~+|%(?=[0-9a-f]{2})/giu;
/** What stands before it may name a namespace, or another wiki. */
const COLON = /\s*(?<!\d):\s*|\s*:(?!\d)\s*/gu;
const ENTITY = /(&[^\s;&]+);/gu;
const RELATIVE = /(^|\/)\.{1,2}(?=\/|$)/gu;
/** Of 255, with room for a reference behind it. */
const MOST_BYTES = 230;
const HEADING = /^= (.+) =[ \t]*(?:\n+|$)/u;
/** What the wiki would replace, or write otherwise (it keeps texts in NFC). */
const UNSTABLE = /[^\P{Cc}\t\n]|[\ufffe\uffff]|[^\n]?\P{ASCII}+/gu;

/** The title that a page gets by the first line of a text; a wiki knows it from another that differs in capitals. */
export function legalTitle(text: string, format: Format, reference: string): string {
  const [line = ''] = outOfFormat(text, format).split('\n');
  const legal = line
    .normalize('NFC')
    .replace(ILLEGAL, ' ')
    .replace(ENTITY, '$1')
    .replace(COLON, ' – ')
    .replace(RELATIVE, '$1…')
    .trim();
  return capitalised(shortened(legal).trim()) || reference;
}

function shortened(title: string): string {
  let [size, kept] = [0, ''];
  for (const character of title) {
    size += new TextEncoder().encode(character).length;
    if (size > MOST_BYTES) return kept;
    kept += character;
  }
  return kept;
}

function capitalised(title: string): string {
  const [first = '', ...rest] = title;
  const upper = first.toUpperCase();
  return [...upper].length === 1 ? upper + rest.join('') : title;
}

/** What stands on the page: a title that is the page's own is not said twice. `fromPage` is the inverse. */
export function toPage(text: string, format: Format, pageTitle: string): string {
  const wikitext = format === 'wikitext' ? text : inFormat(outOfFormat(text, format), 'wikitext');
  const { title, rest } = titleApart(wikitext);
  if (title === null) return stable(wikitext);
  const isShown = inFormat(pageTitle, 'wikitext') === title;
  return stable(isShown ? rest : `= ${title} =\n\n${rest}`);
}

/** The text of a page, its title first, as plain text. */
export function fromPage(content: string, pageTitle: string): string {
  const [line = '', heading] = HEADING.exec(content) ?? [];
  const title = heading === undefined ? pageTitle : outOfFormat(heading, 'wikitext');
  return `${title}\n\n${outOfFormat(content.slice(line.length), 'wikitext')}`;
}

function stable(wikitext: string): string {
  return wikitext.replace(UNSTABLE, (run) =>
    /^[^\p{Cc}\ufffe\uffff]+$/u.test(run) && run === run.normalize('NFC') ? run : entities(run),
  );
}

function entities(characters: string): string {
  return [...characters].map((one) => (/[ -~]/u.test(one) ? one : `&#${one.codePointAt(0)};`)).join('');
}
