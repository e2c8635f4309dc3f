import { type Format, inFormat, outOfFormat } from '@/utils/practice/format';

const BETWEEN = '\n\n';
/** Longer ones are refused or cut off. */
const LONGEST_TITLE = 255;

/** A text for a platform that wants its title apart. */
export interface Titled {
  /** Null: it has none. */
  readonly title: string | null;
  readonly html: string;
}

/** The first line as title and the rest in HTML; a text that is one paragraph, or begins with a long one, has no title. */
export function titled(written: string, format: Format = 'plain', wanted = true): Titled {
  const text = outOfFormat(written, format);
  const [first = '', ...others] = text.split(BETWEEN);
  const title = first.replace(/^\*\*(.+)\*\*$/u, '$1');
  const isTitle = wanted && others.length > 0 && title.length <= LONGEST_TITLE && !title.includes('\n');
  return isTitle
    ? { title, html: inFormat(others.join(BETWEEN), 'html') }
    : { title: null, html: inFormat(text, 'html') };
}

/** The inverse: the whole text. */
export function untitled(title: string | null, html: string): string {
  const text = outOfFormat(html, 'html');
  const line = (title ?? '').trim();
  return line === '' ? text : `${line}${BETWEEN}${text}`.trim();
}
