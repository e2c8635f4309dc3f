/** A start tag of an HTML text: its name and attributes, in lower case. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Each of these looks a bounded way ahead: a page made to keep us busy must not. */
const TAG = /<(meta|html|body|link)\b([^<>]{0,2000})>/gi;
const ATTRIBUTE = /(?<![\w-])([\w-]{1,100})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const TITLE = /<title(?:\s[^<>]{0,500})?>([^<]{0,1000})<\/title>/i;
const SIMPLE = /^([a-z]*)((?:[.#][\w-]+|\[[\w-]+(?:[\^*$]?=["']?[^\]"']*["']?)?\])*)$/i;
const PART = /[.#][\w-]+|\[([\w-]+)(?:([\^*$]?=)["']?([^\]"']*)["']?)?\]/g;

/** The document's title, or null. */
export function titleOf(html: string): string | null {
  const written = TITLE.exec(html)?.[1]?.trim();
  return written === undefined ? null : written.replace(ENTITY, characterOf);
}

const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi;
/** Those that systems write into titles; a page in UTF-8 needs no others. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
};

function characterOf(entity: string, hex?: string, decimal?: string, name = ''): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? entity) : entity;
}

/**
 * Which of these selectors find something among the `meta`, `link`, `html` and `body` tags of a text. A recorded page
 * has no DOM; selectors that need one (descendants, other tags) find nothing.
 */
export function findSelectors(html: string, selectors: readonly string[]): Set<string> {
  const tags: Tag[] = [...html.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? '']),
    ),
  }));
  return new Set(selectors.filter((selector) => tags.some((tag) => fits(tag, selector))));
}

function fits(tag: Tag, selector: string): boolean {
  const [, name = '', parts = ''] = SIMPLE.exec(selector) ?? [];
  if (name === '' && parts === '') return false;
  if (name !== '' && name.toLowerCase() !== tag.name) return false;
  return [...parts.matchAll(PART)].every(([part, key, how, value]) => {
    if (part.startsWith('#')) return tag.attributes.id === part.slice(1);
    if (part.startsWith('.')) return (tag.attributes.class ?? '').split(/\s+/).includes(part.slice(1));
    const actual = tag.attributes[key?.toLowerCase() ?? ''];
    if (actual === undefined) return false;
    if (how === undefined || value === undefined) return true;
    if (how === '^=') return actual.startsWith(value);
    if (how === '$=') return actual.endsWith(value);
    return how === '*=' ? actual.includes(value) : actual === value;
  });
}
