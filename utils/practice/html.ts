const TAG = /(<[^<>]*>)/u;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu;
const LINE_END = /[ \t\r]*\n\s*/gu;
const CUT_OFF = /(?:…|\.\.\.)$/u;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
/** What the end of an element, or `<br>`, is in plain text. */
const BREAKS: Readonly<Record<string, string>> = {
  br: '\n',
  '/p': '\n\n',
  '/div': '\n\n',
  '/blockquote': '\n\n',
  '/pre': '\n\n',
};
const MARKS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };
const LIST = /^\/?[uo]l$/u;

/**
 * A post's HTML as plain text with its marks: paragraphs parted by an empty line, `<br>` as a line end, `- ` or `1. ` before
 * what is in a list, entities read, links whole where the platform shows them without `https://` or cut off. For
 * comparing, searching and reading only: its result is text and never becomes HTML again. One pass, whatever a server sends.
 */
export function textFromHtml(html: string): string {
  let text = '';
  let link: { readonly href: string; readonly shown: string } | null = null;
  const lists: number[] = [];
  for (const [index, part] of html.split(TAG).entries()) {
    const isTag = index % 2 === 1; // splitting by a captured group gives text and tag in turn
    const tag = isTag ? nameOf(part) : '';
    if (tag === 'a') {
      text += link?.shown ?? '';
      link = { href: hrefOf(part), shown: '' };
    } else if (tag === '/a') {
      text += link === null ? '' : wholeLink(link.shown, link.href);
      link = null;
    } else if (link !== null) {
      link = { href: link.href, shown: link.shown + (isTag ? (BREAKS[tag] ?? '') : readText(part, false)) };
    } else {
      const afterBreak: boolean = text === '' || text.endsWith('\n');
      text += isTag ? markOf(tag, lists, afterBreak) : readText(part, afterBreak);
    }
  }
  return (text + (link?.shown ?? '')).trim();
}

/** What a tag is in plain text; `lists` are those that are open, each with the number of its last item, -1 for no numbers. */
function markOf(tag: string, lists: number[], afterBreak: boolean): string {
  if (LIST.test(tag)) {
    if (tag.startsWith('/')) return lists.pop() !== undefined && lists.length === 0 ? '\n' : '';
    lists.push(tag === 'ol' ? 0 : -1);
    return afterBreak ? '' : '\n';
  }
  if (tag === '/li') return afterBreak ? '' : '\n';
  if (tag !== 'li') return BREAKS[tag] ?? MARKS[tag.replace('/', '')] ?? '';
  const last = lists.pop() ?? -1;
  lists.push(last === -1 ? -1 : last + 1);
  return last === -1 ? '- ' : `${last + 1}. `;
}

/** Named and numbered characters, as themselves. */
export function readEntities(source: string): string {
  return source.replace(ENTITY, character);
}

/** Line ends in the source are spaces, and nothing right after a line end of the text. */
function readText(source: string, afterBreak: boolean): string {
  const rest = afterBreak ? source.replace(/^[ \t\r]*\n\s*/u, '') : source;
  return rest.replace(LINE_END, ' ').replace(ENTITY, character);
}

function nameOf(tag: string): string {
  return (/^<(\/?[a-z][a-z0-9]*)/iu.exec(tag)?.[1] ?? '').toLowerCase();
}

function hrefOf(tag: string): string {
  const [, double, single] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag) ?? [];
  return (double ?? single ?? '').replace(ENTITY, character);
}

/** The address itself where what is shown is that address, shortened; else what is shown. */
function wholeLink(shown: string, href: string): string {
  const address = href.replace(/^https?:\/\/(?:www\.)?/iu, '');
  if (address === href) return shown;
  const start = shown.replace(CUT_OFF, '').replace(/^https?:\/\/(?:www\.)?/iu, '');
  const isShort = start === address || (start !== '' && CUT_OFF.test(shown) && address.startsWith(start));
  return isShort ? href : shown;
}

function character(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const speakable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return speakable ? String.fromCodePoint(code) : '\ufffd';
}
