import type { Edit, Selection } from './formatting';

const BULLET = '- ';
const ITEM = /^(\s*)([-*]|\d{1,6}[.)])\s+/u;

/** Makes items of the lines that the selection touches, or plain lines again where they all are items. */
export function toggleList({ text, start, end }: Selection): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const off = lines.every((line) => line.startsWith(BULLET) || (line === '' && lines.length > 1));
  const listed = lines.map((line) => {
    if (off) return line.startsWith(BULLET) ? line.slice(BULLET.length) : line;
    return line.startsWith(BULLET) || (line === '' && lines.length > 1) ? line : `${BULLET}${line}`;
  });
  const insert = listed.join('\n');
  const caret = Math.max(from, start + insert.length - (to - from));
  return { from, to, insert, select: start === end ? [caret, caret] : [from, from + insert.length] };
}

/** What Enter does in an item: begins the next one, or ends the list in an empty one. Null: what it always does. */
export function continueList({ text, start, end }: Selection): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(from, start);
  const [sign, indent = '', mark = ''] = ITEM.exec(before) ?? [];
  if (sign === undefined) return null;
  const isEmpty = before === sign && /^(\n|$)/.test(text.slice(start));
  if (isEmpty) return { from, to: start, insert: '', select: [from, from] };
  const insert = `\n${indent}${nextMark(mark)} `;
  return { from: start, to: start, insert, select: [start + insert.length, start + insert.length] };
}

function nextMark(mark: string): string {
  const number = Number.parseInt(mark, 10);
  return Number.isNaN(number) ? mark : `${number + 1}${mark.at(-1)}`;
}
