import { type Score, type Scores, share } from './score';

const HEAD = ['verb', 'activities', 'recognised', 'missed', 'false', 'recall', 'precision', 'title', 'link'];

/** The scores as a Markdown table, with every flaw named below it. */
export function table(heading: string, scores: Scores): string {
  const rows = [...scores.verbs].map(([verb, row]) => cells(verb, row));
  const all = [HEAD, HEAD.map(() => '---'), ...rows, cells('total', scores.total)];
  const widths = HEAD.map((_name, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const lines = all.map(
    (row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' | ')} |`,
  );
  return [
    `## ${heading}`,
    '',
    ...lines,
    '',
    `Things that look like it and are not: ${scores.negatives}, seen as nothing: ${scores.silent}.`,
    ...list('Flaws', scores.flaws),
    ...list('Steps that did not go as they should', scores.broken),
    '',
  ].join('\n');
}

function cells(name: string, row: Score): string[] {
  const { activities, recognised, missed, titleRight, linkRight } = row;
  const counts = [activities, recognised, missed, row.false].map(String);
  const shares = [
    share(recognised, activities),
    share(recognised, recognised + row.false),
    share(titleRight, recognised),
    share(linkRight, recognised),
  ];
  return [name, ...counts, ...shares.map((value) => value.toFixed(2))];
}

function pad(cell: string, width: number): string {
  return cell === '---' ? '-'.repeat(width) : cell.padEnd(width);
}

function list(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `- ${line}`)];
}
