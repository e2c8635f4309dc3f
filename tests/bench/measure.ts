/** One line of the table: figures of one thing, against those of another that were taken in turns with them. */
export interface Row {
  readonly what: string;
  readonly values: readonly number[];
  readonly against: readonly number[];
  /** The ratio should be at least this; */
  readonly least?: number;
  /** or at most this. */
  readonly most?: number;
  /** Each value was taken beside the one against it: their differences count. */
  readonly paired?: true;
  /** The same as `against` once more: how much the machine differs from itself. */
  readonly control?: readonly number[];
  /** Other than the table's. */
  readonly unit?: string;
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

/** How many times `against` the values are. */
export function ratioOf(
  { values, against, paired }: Pick<Row, 'values' | 'against' | 'paired'>,
  figure: (values: readonly number[]) => number,
): number {
  if (paired === undefined) return figure(values) / figure(against);
  const differences = values.map((value, at) => value - (against[at] ?? Number.NaN));
  return 1 + figure(differences) / figure(against);
}

/** The row as text: both figures, their ratio, and whether it is where it should be. */
export function line(row: Row, figure: (values: readonly number[]) => number, unit: string): string {
  const { what, values, against, least, most, control } = row;
  const ratio = ratioOf(row, figure);
  const goal = least === undefined ? (most === undefined ? '' : `≤ ${most}`) : `≥ ${least}`;
  const met = (least === undefined || ratio >= least) && (most === undefined || ratio <= most);
  const itself = control && ratioOf({ ...row, values: control }, figure);
  // A machine that differs from itself by half of what is allowed cannot say whether it is kept.
  const isNoisy = itself !== undefined && Math.abs(itself - 1) > Math.abs((most ?? least ?? 1) - 1) / 2;
  const sign = isNoisy ? '?' : met ? '✓' : '✗';
  const shown = [figure(values), figure(against)].map((number) => number.toFixed(2).padStart(9)).join(' ');
  const beside = itself === undefined ? '' : `   bare against itself ${itself.toFixed(2)}`;
  return `${sign} ${what.padEnd(58)} ${shown} ${(row.unit ?? unit).padEnd(5)} ${ratio.toFixed(2).padStart(6)} ${goal}${beside}`;
}
