/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A web address up to white space, without the punctuation that ends a sentence; or a hashtag. */
const LINK_OR_TAG =
  /https?:\/\/[^\s<>"]+[^\s<>".,;:!?')\]]|(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu;

/** As this server names accounts; an e-mail address names nobody. */
const MENTION = /(?<![\p{L}\p{N}_@./-])@([a-z0-9_]{2,30})(?![\p{L}\p{N}_])/giu;

/**
 * Post text as HTML: paragraphs, line breaks, links; everything else is text. Hashtags become links for apps, which
 * know what to do with them; without an `origin` they stay text.
 */
export function toHtml(text: string, origin: string | null): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p>${paragraph
          .split('\n')
          .map((line) => lineToHtml(line, origin))
          .join('<br />')}</p>`,
    )
    .join('');
}

function lineToHtml(line: string, origin: string | null): string {
  let html = '';
  let done = 0;
  for (const match of line.matchAll(LINK_OR_TAG)) {
    html += escapeHtml(line.slice(done, match.index));
    html += match[0].startsWith('#') ? tagToHtml(match[0].slice(1), origin) : webLink(match[0]);
    done = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(done));
}

function webLink(address: string): string {
  const shown = address.replace(/^https?:\/\//, '');
  return `<a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer" target="_blank">${escapeHtml(shown)}</a>`;
}

function tagToHtml(tag: string, origin: string | null): string {
  if (origin === null) return escapeHtml(`#${tag}`);
  const href = `${origin}/tags/${encodeURIComponent(tag.toLowerCase())}`;
  return `<a href="${escapeHtml(href)}" class="mention hashtag" rel="tag">#<span>${escapeHtml(tag)}</span></a>`;
}

/** The hashtags of a text, each once, as written. */
export function tagsOf(text: string): string[] {
  const tags = [...text.matchAll(LINK_OR_TAG)]
    .map(([found]) => found)
    .filter((found) => found.startsWith('#'));
  return [...new Map(tags.map((tag) => [tag.slice(1).toLowerCase(), tag.slice(1)])).values()];
}

/** Whoever a text names, each once, without '@' and without a server's name behind it. */
export function mentionsOf(text: string): string[] {
  const handles = [...text.matchAll(MENTION)].map(([, handle = '']) => handle.toLowerCase());
  return [...new Set(handles)];
}
