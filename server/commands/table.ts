/** Rows with their cells under each other; nothing in a cell can steer the terminal. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const plain = rows.map((row) => row.map(printable));
  const widths = (plain[0] ?? []).map((_, column) =>
    Math.max(...plain.map((row) => [...(row[column] ?? '')].length)),
  );
  return plain.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
}

/** Without control and format characters: names are chosen by members, and a terminal obeys what it is shown. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
