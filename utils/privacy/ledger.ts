/** What every row of the ledger has, whichever table it comes from. */
export interface Noted {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Two lists that are newest first as one that is; at the same moment those of `left` come before those of `right`. */
export function* newestFirst<Left extends Noted, Right extends Noted>(
  left: readonly Left[],
  right: readonly Right[],
): Generator<Left | Right> {
  let taken = 0;
  for (const row of left) {
    for (let next = right[taken]; next !== undefined && next.at > row.at; next = right[taken]) {
      taken += 1;
      yield next;
    }
    yield row;
  }
  yield* right.slice(taken);
}

/** The first so many that hold, and whether there are more; looks no further than it takes to know. */
export function firstOf<Row>(
  rows: Iterable<Row>,
  most: number,
  holds: (row: Row) => boolean,
): { readonly rows: readonly Row[]; readonly more: boolean } {
  const found: Row[] = [];
  for (const row of rows) {
    if (!holds(row)) continue;
    if (found.length === most) return { rows: found, more: true };
    found.push(row);
  }
  return { rows: found, more: false };
}

/** Whether a text holds every word that is searched for, however it is accented or capitalised; no words: always. */
export function searchFor(search: string): (text: string) => boolean {
  const wanted = plain(search).split(/\s+/u).filter(Boolean);
  return (text) => {
    const searched = plain(text);
    return wanted.every((word) => searched.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Rows that follow each other under the same day, in their own order. */
export function byDay<Row>(
  rows: readonly Row[],
  dayOf: (row: Row) => string,
): { readonly day: string; readonly rows: readonly Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
