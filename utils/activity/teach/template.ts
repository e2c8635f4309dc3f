import { sharedEnds } from './align';
import type { Word } from './word';

/** A part of a path that fits all three: a word of the system, one that changes, or any number of those. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly mark: number }
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'deep' };

/** What several paths have in common. Words without a text, ids and names become captures. */
export function templateOf(paths: readonly (readonly Word[])[]): Part[] {
  const longest = Math.max(...paths.map(({ length }) => length));
  const equallyLong = paths.every(({ length }) => length === longest);
  const { start, end } = equallyLong ? { start: longest, end: 0 } : sharedEnds(paths);
  const at = (from: number, length: number): Word[][] =>
    Array.from({ length }, (_, index) => paths.flatMap((path) => path.at(from + index) ?? []));
  const columns = [...at(0, start), ...(equallyLong ? [] : [null]), ...(end === 0 ? [] : at(-end, end))];
  const taken = new Map<string, number>();
  return columns.flatMap((column, index): Part[] => {
    if (column === null) return [{ kind: 'deep' }];
    const text = textOf(column);
    if (text !== null) return [text];
    // Folders may go any way down: what stands beside them is no place of its own.
    if (columns[index - 1] === null || columns[index + 1] === null) return [];
    const name = column.every(({ kind }) => kind === 'id') ? 'id' : 'name';
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return [{ kind: 'one', name: count === 1 ? name : `${name}${count}` }];
  });
}

/** Only the last time holds texts: those of words that were the same each time. */
function textOf(column: readonly Word[]): Extract<Part, { kind: 'text' }> | null {
  const last = column.at(-1);
  if (last?.text === undefined || last.kind !== 'word') return null;
  return column.every(({ mark }) => mark === last.mark)
    ? { kind: 'text', text: last.text, mark: last.mark }
    : null;
}

/** As a recipe writes a path. */
export function pathPattern(parts: readonly Part[]): string {
  const written = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'deep' ? '{path**}' : `{${part.name}}`;
  });
  return `/${written.join('/')}`;
}

/** As a recipe writes where a redirect leads: on any host. `more` says of each whether anything followed the path. */
export function redirectPattern(parts: readonly Part[], more: readonly boolean[]): string {
  const written = `*/${parts.map((part) => (part.kind === 'text' ? part.text : '*')).join('/')}`;
  if (written.endsWith('*') || more.every((each) => !each)) return written;
  return more.every(Boolean) ? `${written}{?|#}*` : `${written}*`;
}
