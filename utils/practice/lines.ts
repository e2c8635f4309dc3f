/** What stands apart from the rest of a text, in lines as typed; an item is without its mark. */
export type Part =
  | { readonly kind: 'paragraph'; readonly lines: string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: string[] };

const ITEM = /^(?:-|(\d{1,3})\.)[ \t]+(\S.*)$/su;
const BETWEEN = '\n\n';

/**
 * The paragraphs and lists of a text with '\n' at line ends and nothing before those: `- ` makes an item, and so do `1. `,
 * `2. ` in their order. Items of one kind are one list, also where empty lines part them.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let afterEmpty = false;
  for (const line of text.split('\n')) {
    const last = parts.at(-1);
    const item = itemOf(line, last);
    if (item !== null && last?.kind === 'list' && last.ordered === item.ordered) last.items.push(item.text);
    else if (item !== null) parts.push({ kind: 'list', ordered: item.ordered, items: [item.text] });
    else if (line !== '' && last?.kind === 'paragraph' && !afterEmpty) last.lines.push(line);
    else if (line !== '') parts.push({ kind: 'paragraph', lines: [line] });
    afterEmpty = line === '';
  }
  return parts;
}

function itemOf(line: string, last: Part | undefined): { ordered: boolean; text: string } | null {
  const [, number, text] = ITEM.exec(line) ?? [];
  if (text === undefined) return null;
  const next = last?.kind === 'list' && last.ordered ? last.items.length + 1 : 1;
  if (number !== undefined && number !== String(next)) return null;
  return { ordered: number !== undefined, text };
}

/** The same text with one empty line between its parts, and one space behind the mark of an item. */
export function arranged(text: string): string {
  return partsOf(text)
    .map((part) => (part.kind === 'paragraph' ? part.lines : part.items.map(marked(part.ordered))).join('\n'))
    .join(BETWEEN);
}

/** Puts the mark of a list before its items. */
export function marked(ordered: boolean): (item: string, index: number) => string {
  return (item, index) => `${ordered ? `${index + 1}.` : '-'} ${item}`;
}
