const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu;

/**
 * A post's HTML as plain text: paragraphs parted by an empty line, `<br>` as a line end, tags gone, entities read.
 * For comparing and searching only: its result is text and never becomes HTML again.
 */
export function textFromHtml(html: string): string {
  return html
    .replace(/(<(?:br|\/?(?:p|div|ul|ol|li|blockquote))[^<>]*>)[ \t\r]*\n\s*/giu, '$1')
    .replace(/[ \t\r]*\n[ \t\r\n]*/gu, ' ')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/(?:p|div|blockquote|pre|ul|ol|h[1-6])\s*>/giu, '\n\n')
    .replace(/<\/li\s*>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(ENTITY, character)
    .trim();
}

function character(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const speakable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return speakable ? String.fromCodePoint(code) : '\ufffd';
}
