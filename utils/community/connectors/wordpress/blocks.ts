import { type Format, outOfFormat } from '@/utils/practice/format';
import { toHtml } from '@/utils/practice/to-html';

const BLOCK = /<(p|ul|ol)>([\s\S]*?)<\/\1>/gu;
const NAMES = { p: 'paragraph', ul: 'list', ol: 'list {"ordered":true}' } as const;

/**
 * A text as a post: its first line is the title, and every part a block of the site's editor. `[` would begin a
 * shortcode, and stands as a number.
 */
export function toPost(text: string, format: Format): { readonly title: string; readonly content: string } {
  const html = (format === 'html' ? text : toHtml(outOfFormat(text, format))).replaceAll('[', '&#91;');
  const [first, ...rest] = html.matchAll(BLOCK);
  const isTitle = first?.[1] === 'p' && !first[0].includes('<br');
  const body = isTitle ? rest : [...html.matchAll(BLOCK)];
  return { title: isTitle ? (first[2] ?? '') : '', content: body.map(blockOf).join('\n\n') };
}

function blockOf({ 0: element, 1: tag }: RegExpExecArray): string {
  const name = NAMES[tag as keyof typeof NAMES];
  const items = element
    .replaceAll('<li>', '<!-- wp:list-item -->\n<li>')
    .replaceAll('</li>', '</li>\n<!-- /wp:list-item -->');
  return `<!-- wp:${name} -->\n${items}\n<!-- /wp:${name.split(' ')[0]} -->`;
}
