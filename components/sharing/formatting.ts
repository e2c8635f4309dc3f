/** One change of a text: what stands from `from` to `to` becomes `insert`, and then `select` is selected. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [from: number, to: number];
}

/** What a person selected, or where the caret stands: positions in the text. */
export interface Selection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Mark = 'strong' | 'emphasis';

const WIDTH: Readonly<Record<Mark, number>> = { strong: 2, emphasis: 1 };
const MOST_STARS = 3;
const WORD_BEFORE = /[\p{L}\p{N}]+$/u;
const WORD_AFTER = /^[\p{L}\p{N}]+/u;
const LINE = /^(\s*(?:[-*]\s+|\d+[.)]\s+)?)(.*?)(\s*)$/su;

/**
 * Puts stars around the selection, or takes them away where they stand. Blanks at its ends stay outside: a star beside
 * a blank marks nothing. Of several lines each is marked by itself. A caret in a word means the word; behind one it
 * begins what is written next, or ends what was begun so.
 */
export function toggleMark(selection: Selection, mark: Mark): Edit {
  const { text, start, end } = selection;
  const writing = start === end ? whileWriting(text, start, mark) : null;
  if (writing !== null) return writing;
  return text.slice(start, end).includes('\n') ? markLines(selection, mark) : markWords(selection, mark);
}

/** Somebody who writes on: steps out of the stars behind the caret, or opens a pair. Null where it is neither. */
function whileWriting(text: string, caret: number, mark: Mark): Edit | null {
  const before = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const closing = /^\*+/.exec(text.slice(caret))?.[0] ?? '';
  if (WORD_AFTER.test(text.slice(caret)) || before.endsWith('*')) return null;
  if (closing === '') return WORD_BEFORE.test(before) ? openedAt(caret, mark) : null;
  const written = before.trimEnd();
  const isOpen = (written.match(/\*+/g) ?? []).length % 2 === 1 && !written.endsWith('*');
  if (!isOpen || !isMarked(closing.length, mark)) return null;
  const end = caret + closing.length;
  const blanks = before.slice(written.length);
  return { from: caret - blanks.length, to: end, insert: `${closing}${blanks}`, select: [end, end] };
}

function openedAt(caret: number, mark: Mark): Edit {
  const inside = caret + WIDTH[mark];
  return { from: caret, to: caret, insert: '*'.repeat(2 * WIDTH[mark]), select: [inside, inside] };
}

function markWords({ text, start, end }: Selection, mark: Mark): Edit {
  const [wordStart, wordEnd] = start === end ? wordAt(text, start) : trimmed(text, start, end);
  const inner = starsInside(text.slice(wordStart, wordEnd));
  const from = wordStart + inner;
  const to = wordEnd - inner;
  const stars = inner > 0 ? inner : starsAround(text, from, to);
  const next = toggled(stars, mark);
  const shift = next - stars;
  const sign = '*'.repeat(next);
  const select = start === end ? [start + shift, start + shift] : [from + shift, to + shift];
  return {
    from: from - stars,
    to: to + stars,
    insert: `${sign}${text.slice(from, to)}${sign}`,
    select: [select[0] ?? from, select[1] ?? to],
  };
}

function markLines({ text, start, end }: Selection, mark: Mark): Edit {
  const lines = text.slice(start, end).split('\n').map(partsOf);
  const written = lines.filter(({ words }) => words !== '');
  const off = written.every(({ stars }) => isMarked(stars, mark));
  const insert = lines
    .map(({ before, words, stars, after }) => {
      const change = words !== '' && isMarked(stars, mark) === off;
      const sign = '*'.repeat(change ? toggled(stars, mark) : stars);
      return `${before}${sign}${words}${sign}${after}`;
    })
    .join('\n');
  return { from: start, to: end, insert, select: [start, start + insert.length] };
}

function partsOf(line: string) {
  const [, before = '', written = '', after = ''] = LINE.exec(line) ?? [];
  const stars = starsInside(written);
  return { before, words: written.slice(stars, written.length - stars), stars, after };
}

function isMarked(stars: number, mark: Mark): boolean {
  return mark === 'strong' ? stars >= WIDTH.strong : stars % 2 === 1;
}

function toggled(stars: number, mark: Mark): number {
  return isMarked(stars, mark) ? stars - WIDTH[mark] : stars + WIDTH[mark];
}

/** How many stars stand at both ends of a text, with something between them. */
function starsInside(text: string): number {
  const before = /^\*+/.exec(text)?.[0].length ?? 0;
  const after = /\*+$/.exec(text)?.[0].length ?? 0;
  return before === text.length ? 0 : Math.min(before, after, MOST_STARS);
}

function starsAround(text: string, from: number, to: number): number {
  const before = /\*+$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^\*+/.exec(text.slice(to))?.[0].length ?? 0;
  return Math.min(before, after, MOST_STARS);
}

function wordAt(text: string, caret: number): readonly [number, number] {
  const before = WORD_BEFORE.exec(text.slice(0, caret))?.[0].length ?? 0;
  const after = WORD_AFTER.exec(text.slice(caret))?.[0].length ?? 0;
  return [caret - before, caret + after];
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  return [from, Math.max(from, end - (selected.length - selected.trimEnd().length))];
}
