import { readEntities } from './html';
import { marked, partsOf } from './lines';
import { type Hand, writeLine } from './write-line';

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
/** Code points that no text has, one for each punctuation mark. */
const FIRST_SHIELD = 0xfdd0;
/** An underscore inside a word means nothing. */
const SPECIAL = /[\\`*[\]<>&~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const SPECIAL_AT_START = /^(?:[-+=#](?=[-+=#\s]|$)|\d{1,9}(?=[.)](?:\s|$)))/u;
const ESCAPED = /\\([!-/:-@[-`{-~])|<(https?:\/\/[^\s<>]+)>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;

const HAND: Hand = {
  strong: ['**', '**'],
  emphasis: ['*', '*'],
  text: (text) => text.replace(SPECIAL, '\\$&'),
  link: (address) => `<${address}>`,
};

/** A text with its marks as CommonMark; whatever else could mean something there is escaped. */
export function toMarkdown(text: string): string {
  return partsOf(text)
    .map((part) =>
      part.kind === 'list'
        ? part.items.map(lineToMarkdown).map(marked(part.ordered)).join('\n')
        : part.lines.map(lineToMarkdown).join('  \n'),
    )
    .join('\n\n');
}

function lineToMarkdown(line: string): string {
  const written = writeLine(line, HAND);
  const space = /^\s/u.exec(written)?.[0];
  if (space !== undefined) return `&#${space.charCodeAt(0)};${written.slice(1)}`;
  return written.replace(SPECIAL_AT_START, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}

/** The inverse of `toMarkdown`. */
export function fromMarkdown(markdown: string): string {
  return readMarkdown(markdown, (character) => character);
}

/** The same, with a stand-in for each sign that was escaped: what reads its marks takes none of them for one. */
export function shieldedFromMarkdown(markdown: string): string {
  return readMarkdown(markdown, (character) => {
    const at = PUNCTUATION.indexOf(character);
    return at === -1 ? character : String.fromCharCode(FIRST_SHIELD + at);
  });
}

/** The signs behind their stand-ins. */
export function unshielded(text: string): string {
  return text.replace(
    /[\uFDD0-\uFDEF]/gu,
    (shield) => PUNCTUATION[shield.charCodeAt(0) - FIRST_SHIELD] ?? '',
  );
}

function readMarkdown(markdown: string, literal: (character: string) => string): string {
  const line = (written: string): string =>
    written
      .trimEnd()
      .replace(/^[*+](?= )/u, '-')
      .replace(ESCAPED, (whole, escaped?: string, address?: string) =>
        escaped === undefined ? (address ?? literal(readEntities(whole))) : literal(escaped),
      );
  return markdown.replace(/\r\n?/gu, '\n').split('\n').map(line).join('\n');
}
