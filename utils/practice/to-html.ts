import { partsOf } from './lines';
import { shieldedFromMarkdown, unshielded } from './markdown';
import { type Hand, writeLine } from './write-line';

/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** How text and web addresses become HTML: whatever these make stands there as it is. */
export type HtmlWriter = Pick<Hand, 'text' | 'link'>;

const OURS: HtmlWriter = {
  text: escapeHtml,
  link: (address) => `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
};

/** A text with its marks as HTML: our own elements, and nothing of the text but as text. `textFromHtml` is its inverse. */
export function toHtml(text: string, writer: HtmlWriter = OURS): string {
  const hand: Hand = {
    ...writer,
    strong: ['<strong>', '</strong>'],
    emphasis: ['<em>', '</em>'],
  };
  return partsOf(text)
    .map((part) => {
      if (part.kind === 'paragraph')
        return `<p>${part.lines.map((line) => writeLine(line, hand)).join('<br />')}</p>`;
      const items = part.items.map((item) => `<li>${writeLine(item, hand)}</li>`).join('');
      return part.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    })
    .join('');
}

/** The same of Markdown. */
export function markdownToHtml(markdown: string, { text, link }: HtmlWriter = OURS): string {
  const lines = shieldedFromMarkdown(markdown);
  return toHtml(lines, { text: (shielded) => text(unshielded(shielded)), link });
}
