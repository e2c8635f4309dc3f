/** One line of the table: figures of one thing, against those of another that were taken in turns with them. */
export interface Row {
  readonly what: string;
  readonly values: readonly number[];
  readonly against: readonly number[];
  /** The ratio should be at least this; */
  readonly least?: number;
  /** or at most this. */
  readonly most?: number;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** How often a second `work` is done by so many at once, `times` in all. */
export async function rate(
  clients: number,
  times: number,
  work: (n: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < times) {
        const n = next;
        next += 1;
        await work(n);
      }
    }),
  );
  return (times / (performance.now() - startedAt)) * 1_000;
}

/** How long each of so many tries takes, one after the other, in ms. */
export async function durations(times: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const startedAt = performance.now();
    await work(n);
    taken.push(performance.now() - startedAt);
  }
  return taken;
}

/** The row as text: both figures, their ratio, and whether it is where it should be. */
export function line(row: Row, figure: (values: readonly number[]) => number, unit: string): string {
  const [value, against] = [figure(row.values), figure(row.against)];
  const ratio = value / against;
  const goal = row.least === undefined ? (row.most === undefined ? '' : `≤ ${row.most}`) : `≥ ${row.least}`;
  const met =
    (row.least === undefined || ratio >= row.least) && (row.most === undefined || ratio <= row.most);
  const shown = [value, against].map((number) => number.toFixed(2).padStart(9)).join(' ');
  return `${met ? '✓' : '✗'} ${row.what.padEnd(58)} ${shown} ${unit.padEnd(5)} ${ratio.toFixed(2).padStart(6)} ${goal}`;
}
