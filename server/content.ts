import { fromMarkdown } from '@/utils/practice/markdown';
import {
  escapeHtml,
  type HtmlWriter,
  markdownToHtml,
  toHtml as markedToHtml,
} from '@/utils/practice/to-html';
import type { StatusRow } from './store/statuses';

/** A web address up to white space, without the punctuation that ends a sentence. */
const LINK = /(?<link>https?:\/\/[^\s<>"]+[^\s<>".,;:!?')\]])/;
const TAG = /(?<![\p{L}\p{M}\p{N}_&/])#(?<tag>[\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*)/u;
/** As this server names accounts; an e-mail address names nobody. */
const MENTION = /(?<![\p{L}\p{N}_@./-])@(?<handle>[a-z0-9_]{2,30})(?![\p{L}\p{N}_])/u;

/** In one pass, so that what stands in a web address is neither a hashtag nor a name. */
const TOKEN = new RegExp([LINK, TAG, MENTION].map(({ source }) => source).join('|'), 'giu');

/** Where each person or place whom a text may name is found, by handle. */
type Addresses = ReadonlyMap<string, string>;
const NOBODY: Addresses = new Map();

/**
 * Post text as HTML: paragraphs, line breaks, links; everything else is text. Hashtags and names become links for apps,
 * which know what to do with them, and long web addresses are shown short; without an `origin` all that stays plain.
 */
export function toHtml(text: string, origin: string | null, addresses: Addresses = NOBODY): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p>${paragraph
          .split('\n')
          .map((line) => lineToHtml(line, origin, addresses))
          .join('<br />')}</p>`,
    )
    .join('');
}

/** What a post says and what it is written in. */
export type Content = Pick<StatusRow, 'text' | 'content_type'>;

/** A post's words without what only its format needs: in Markdown, nothing is escaped any more. */
export function wordsOf({ text, content_type }: Content): string {
  return content_type === null ? text : fromMarkdown(text);
}

/** A post as HTML; of Markdown, what is strong, emphasised or in a list too. */
export function contentToHtml(
  content: Content,
  origin: string | null,
  addresses: Addresses = NOBODY,
): string {
  const { text, content_type } = content;
  if (content_type === null) return toHtml(text, origin, addresses);
  return markdownToHtml(text, writer(origin, addresses));
}

/** Words with their marks as HTML, for our own pages. */
export function wordsToHtml(words: string): string {
  return markedToHtml(words, writer(null, NOBODY));
}

function writer(origin: string | null, addresses: Addresses): HtmlWriter {
  return {
    text: (text) => lineToHtml(text, origin, addresses),
    link: (address) => webLink(address, origin),
  };
}

function lineToHtml(line: string, origin: string | null, addresses: Addresses): string {
  let html = '';
  let done = 0;
  for (const match of line.matchAll(TOKEN)) {
    html += escapeHtml(line.slice(done, match.index)) + tokenToHtml(match, origin, addresses);
    done = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(done));
}

function tokenToHtml(match: RegExpExecArray, origin: string | null, addresses: Addresses): string {
  const { link, tag, handle = '' } = match.groups ?? {};
  if (link !== undefined) return webLink(link, origin);
  if (origin === null) return escapeHtml(match[0]);
  if (tag !== undefined) return tagLink(tag, origin);
  const address = addresses.get(handle.toLowerCase());
  return address === undefined ? escapeHtml(match[0]) : mentionLink(handle, address);
}

const SHOWN_OF_ADDRESS = 30;

/** For apps in Mastodon's three parts, of which they show the middle one. */
function webLink(address: string, origin: string | null): string {
  const start = /^https?:\/\/(?:www\.)?/i.exec(address)?.[0] ?? '';
  const rest = address.slice(start.length);
  const shown = [...rest].slice(0, SHOWN_OF_ADDRESS).join('');
  const parts = [
    `<span class="invisible">${escapeHtml(start)}</span>`,
    `<span class="${shown === rest ? '' : 'ellipsis'}">${escapeHtml(shown)}</span>`,
    `<span class="invisible">${escapeHtml(rest.slice(shown.length))}</span>`,
  ];
  const inside = origin === null ? escapeHtml(address.replace(/^https?:\/\//i, '')) : parts.join('');
  return `<a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer" target="_blank">${inside}</a>`;
}

function tagLink(tag: string, origin: string): string {
  const href = escapeHtml(tagUrl(origin, tag));
  return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(tag)}</span></a>`;
}

function mentionLink(handle: string, address: string): string {
  return `<span class="h-card"><a href="${escapeHtml(address)}" class="u-url mention">@<span>${escapeHtml(handle)}</span></a></span>`;
}

/** Where the posts with a tag are. */
export function tagUrl(origin: string, tag: string): string {
  return `${origin}${tagPath(tag)}`;
}

/** The same on our own pages. */
export function tagPath(tag: string): string {
  return `/tags/${encodeURIComponent(tagName(tag))}`;
}

/** A tag as it is kept and compared: capitals make no difference, nor how accents are written. */
export function tagName(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** Whether a text without its '#' is a hashtag. */
export function isTag(text: string): boolean {
  return new RegExp(`^${TAG.source}$`, 'u').test(`#${text}`);
}

/** The hashtags of a text, each once, by name. */
export function tagsOf(text: string): string[] {
  return [...new Set(found(text, 'tag').map(tagName))];
}

/** Whoever a text names, each once, without '@' and without a server's name behind it. */
export function mentionsOf(text: string): string[] {
  if (!text.includes('@')) return []; // most name nobody, and to read for names takes long
  return [...new Set(found(text, 'handle').map((handle) => handle.toLowerCase()))];
}

function found(text: string, kind: 'tag' | 'handle'): string[] {
  return [...text.matchAll(TOKEN)].flatMap(({ groups }) => groups?.[kind] ?? []);
}
