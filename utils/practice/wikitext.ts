import { readEntities } from './html';
import { partsOf } from './lines';
import { type Hand, writeLine } from './write-line';

const SPECIAL = /[&<>[\]{}|'~]|__/gu;
const SPECIAL_AT_START = /^[*#:;=\-\s!]/u;
const QUOTES = /'{2,5}/gu;
const STARS: Readonly<Record<number, string>> = { 2: '*', 3: '**', 5: '***' };

const HAND: Hand = {
  strong: ["'''", "'''"],
  emphasis: ["''", "''"],
  text: (text) => text.replace(SPECIAL, entities),
  link: (address) => address.replace(SPECIAL, entities),
};

/** A text with its marks as wikitext; whatever else could mean something there is written as entities. */
export function toWikitext(text: string): string {
  return partsOf(text)
    .map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `${part.ordered ? '#' : '*'} ${lineToWikitext(item)}`).join('\n')
        : part.lines.map(lineToWikitext).join('<br>\n'),
    )
    .join('\n\n');
}

function lineToWikitext(line: string): string {
  return writeLine(line, HAND).replace(SPECIAL_AT_START, entities);
}

function entities(characters: string): string {
  return [...characters].map((character) => `&#${character.codePointAt(0)};`).join('');
}

/** The inverse of `toWikitext`. */
export function fromWikitext(wikitext: string): string {
  let count = 0;
  const lines = wikitext
    .replace(/\r\n?/gu, '\n')
    .replace(/<br ?\/?>\n?/giu, '\n')
    .split('\n');
  return lines
    .map((line) => {
      count = line.startsWith('#') ? count + 1 : 0;
      const marked = line.replace(/^\* ?/u, '- ').replace(/^# ?/u, `${count}. `);
      return readEntities(marked.replace(QUOTES, (quotes) => STARS[quotes.length] ?? quotes));
    })
    .join('\n');
}
