import { marked, partsOf } from '@/utils/practice/lines';
import { type Hand, writeLine } from '@/utils/practice/write-line';
import { titleApart } from '../../page';

/** Runs of what could mean something, and single ones beside a mark of ours. */
const SPECIAL = /[*\\[\]{}<>|^~%]+|\/{2,}|'{2,}|_{2,}|={2,}|-{3,}|\({2,}|\){2,}|^[/'_=(-]|[/'_=()-]$/gu;
/** At the start of a line they would make code, or an item of a list. */
const INDENT = /^\s+/u;
const TITLE = /^====== (.+) ======[ \t]*(?:\n+|$)/u;
const HEADING = /^[ \t]*={2,6}[ \t]*(.*?)[ \t]*={2,6}[ \t]*$/u;
const ITEM = /^(?: {2,}|\t)[ \t]*([*-])[ \t]*/u;
const MARKS = /<nowiki>(.*?)<\/nowiki>|%%(.*?)%%|\[\[([^\]|]*)(?:\|([^\]]*))?\]\]|\*\*|\/\/|__|''/gu;
const OURS: Readonly<Record<string, string>> = { '**': '**', '//': '*' };
const LONGEST_SLUG = 60;

const literal = (text: string): string => (text.includes('%') ? `<nowiki>${text}</nowiki>` : `%%${text}%%`);

const HAND: Hand = {
  strong: ['**', '**'],
  emphasis: ['//', '//'],
  text: (text) => text.replace(SPECIAL, literal),
  link: (address) => (/[[\]|]/u.test(address) ? literal(address) : `[[${address}]]`),
};

/** A text with its marks in DokuWiki's syntax, its title as the heading; whatever else could mean something is shielded. */
export function toDokuwiki(text: string): string {
  const { title, rest } = titleApart(text);
  // A heading's own marks end where its text does.
  const isHeading = title !== null && title === title.trim() && !/^=|=$/u.test(title);
  return isHeading ? `====== ${title} ======\n\n${partsIn(rest)}` : partsIn(text);
}

function partsIn(text: string): string {
  return partsOf(text)
    .map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `  ${part.ordered ? '-' : '*'} ${writeLine(item, HAND)}`).join('\n')
        : part.lines.map(lineIn).join('\\\\\n'),
    )
    .join('\n\n');
}

function lineIn(line: string): string {
  const [indent = ''] = INDENT.exec(line) ?? [];
  const written = writeLine(line.slice(indent.length), HAND);
  return indent === '' ? written : literal(indent) + written;
}

/** The inverse of `toDokuwiki`. */
export function fromDokuwiki(page: string): string {
  const [heading = '', title] = TITLE.exec(page.replaceAll('\r', '')) ?? [];
  const lines = page.replaceAll('\r', '').slice(heading.length).split('\n');
  let count = 0;
  const text = lines
    .map((line) => {
      const [mark = '', sign] = ITEM.exec(line) ?? [];
      count = sign === '-' ? count + 1 : 0;
      const said = inline(line.slice(mark.length).replace(HEADING, '$1').replace(/\\\\$/u, ''));
      return sign === undefined ? said : marked(sign === '-')(said, count - 1);
    })
    .join('\n');
  return title === undefined ? text : `${title}\n\n${text}`;
}

function inline(line: string): string {
  return line.replace(
    MARKS,
    (mark, quoted?: string, shielded?: string, address?: string, label?: string) =>
      quoted ?? shielded ?? label ?? address ?? OURS[mark] ?? '',
  );
}

/** The last part of a page's address: what its title says, and the reference, so that it is nobody else's. */
export function slugOf(text: string, reference: string): string {
  const words = (text.split('\n')[0] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gu, '_')
    .slice(0, LONGEST_SLUG);
  return `${words}_${reference.toLowerCase()}`.replace(/^_+|_+(?=_)/gu, '');
}
