import type { FindingView } from '@/utils/messaging/guard-views';

/** A finding where it stands now: the text may have moved since it was looked at. */
export interface Mark {
  readonly finding: FindingView;
  readonly start: number;
  readonly end: number;
}

/** The findings that still stand in a text, in order, each where it is nearest to where it was found. */
export function marksIn(text: string, findings: readonly FindingView[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (const finding of findings.toSorted((one, other) => one.start - other.start)) {
    const from = marks.at(-1)?.end ?? 0;
    const start = startOf(text, finding, from);
    if (start !== -1) marks.push({ finding, start, end: start + finding.text.length });
  }
  return marks;
}

function startOf(text: string, { start, text: wanted }: FindingView, from: number): number {
  if (start >= from && text.startsWith(wanted, start)) return start;
  const before = text.lastIndexOf(wanted, start);
  const after = text.indexOf(wanted, Math.max(from, start));
  if (before < from) return after;
  return after === -1 || start - before <= after - start ? before : after;
}

/** The open one that a caret stands in, else the nearest; null where none is open. */
export function nearestOpen(marks: readonly Mark[], caret: number): Mark | null {
  const distance = ({ start, end }: Mark): number => Math.max(start - caret, caret - end, 0);
  const open = marks.filter(({ finding }) => finding.reason === null);
  return open.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** A stretch of a text; `mark` where it is a finding. */
export interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
}

/** The text cut where findings begin and end. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of marks) {
    pieces.push({ text: text.slice(from, mark.start), mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), mark });
    from = mark.end;
  }
  return [...pieces, { text: text.slice(from), mark: null }].filter(({ text: piece }) => piece !== '');
}
