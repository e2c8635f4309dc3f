export type Row = Record<string, unknown>;
type Key = string | number | readonly Key[];
type Alone = <Value>(work: () => Value) => Promise<Value>;

/** One table in memory, by its primary key. */
export class MemoryTable {
  private rows = new Map<string, Row>();

  constructor(
    private readonly primary: string,
    private readonly alone: Alone,
  ) {}

  /** Brings back what is here now. */
  undo(): () => void {
    const before = new Map(this.rows);
    return () => {
      this.rows = before;
    };
  }

  get = (key: string) => this.alone(() => this.rows.get(key));
  bulkGet = (keys: readonly string[]) => this.alone(() => keys.map((key) => this.rows.get(key)));
  put = (row: Row) => this.alone(() => this.keep(row));
  bulkPut = (rows: readonly Row[]) => this.alone(() => rows.map((row) => this.keep(row)));
  delete = (key: string) => this.alone(() => void this.rows.delete(key));
  bulkDelete = (keys: readonly string[]) => this.alone(() => keys.map((key) => this.rows.delete(key)));
  add = (row: Row) => this.alone(() => this.addNew(row));
  bulkAdd = (rows: readonly Row[]) => this.alone(() => rows.map((row) => this.addNew(row)));
  update = (key: string, change: Row) =>
    this.alone(() => {
      const row = this.rows.get(key);
      if (row !== undefined) this.keep({ ...row, ...change });
    });

  where(index: string | Row): MemoryClause | MemoryCollection {
    if (typeof index === 'string') return new MemoryClause(this, index);
    const [[path, value] = ['', undefined]] = Object.entries(index);
    return new MemoryClause(this, path).equals(value as Key);
  }

  orderBy = (index: string) => new MemoryClause(this, index).all();
  filter = (keep: (row: Row) => boolean) => this.toCollection().filter(keep);
  toCollection = () => new MemoryClause(this, this.primary).all();
  toArray = () => this.toCollection().toArray();
  count = () => this.toCollection().count();

  /** Rows whose key in an index passes, in the order of that index. */
  matching(index: string, passes: (key: Key) => boolean): Row[] {
    const keyed = [...this.rows.values()].flatMap((row) => {
      const key = keyOf(row, index);
      return key !== undefined && passes(key) ? [{ key, row }] : [];
    });
    const byKey = keyed.sort(
      (a, b) => compare(a.key, b.key) || compare(this.primaryOf(a.row), this.primaryOf(b.row)),
    );
    return byKey.map(({ row }) => row);
  }

  keep(row: Row): void {
    this.rows.set(this.primaryOf(row), row);
  }

  drop(row: Row): void {
    this.rows.delete(this.primaryOf(row));
  }

  run: Alone = (work) => this.alone(work);

  private addNew(row: Row): void {
    if (this.rows.has(this.primaryOf(row))) throw new DOMException('Key already exists', 'ConstraintError');
    this.keep(row);
  }

  private primaryOf(row: Row): string {
    return String(row[this.primary]);
  }
}

class MemoryClause {
  constructor(
    private readonly table: MemoryTable,
    private readonly index: string,
  ) {}

  all = () => this.where(() => true);
  equals = (wanted: Key) => this.where((key) => compare(key, wanted) === 0);
  anyOf = (wanted: readonly Key[]) => this.where((key) => wanted.some((one) => compare(key, one) === 0));
  above = (low: Key) => this.where((key) => compare(key, low) > 0);
  aboveOrEqual = (low: Key) => this.where((key) => compare(key, low) >= 0);
  below = (high: Key) => this.where((key) => compare(key, high) < 0);
  belowOrEqual = (high: Key) => this.where((key) => compare(key, high) <= 0);
  between = (low: Key, high: Key, withLow = true, withHigh = false) =>
    this.where((key) => {
      const [toLow, toHigh] = [compare(key, low), compare(key, high)];
      return (withLow ? toLow >= 0 : toLow > 0) && (withHigh ? toHigh <= 0 : toHigh < 0);
    });

  private where(passes: (key: Key) => boolean): MemoryCollection {
    return new MemoryCollection(this.table, () => this.table.matching(this.index, passes));
  }
}

type Modify = Row | ((row: Row, ref: { value?: Row }) => void);

class MemoryCollection {
  constructor(
    private readonly table: MemoryTable,
    private readonly read: () => Row[],
  ) {}

  filter = (keep: (row: Row) => boolean) => this.with((rows) => rows.filter(keep));
  and = this.filter;
  limit = (most: number) => this.with((rows) => rows.slice(0, most));
  offset = (skipped: number) => this.with((rows) => rows.slice(skipped));
  reverse = () => this.with((rows) => rows.reverse());
  toArray = () => this.table.run(this.read);
  first = () => this.table.run(() => this.read()[0]);
  last = () => this.table.run(() => this.read().at(-1));
  count = () => this.table.run(() => this.read().length);
  primaryKeys = () => this.table.run(() => this.read().map(({ id }) => id));
  sortBy = (field: string) =>
    this.table.run(() => this.read().sort((a, b) => compare(keyOf(a, field) ?? '', keyOf(b, field) ?? '')));

  modify = (change: Modify) =>
    this.table.run(() => {
      for (const row of this.read()) this.table.keep(changed(row, change));
    });

  delete = () =>
    this.table.run(() => {
      const rows = this.read();
      for (const row of rows) this.table.drop(row);
      return rows.length;
    });

  private with(step: (rows: Row[]) => Row[]): MemoryCollection {
    return new MemoryCollection(this.table, () => step(this.read()));
  }
}

function changed(row: Row, change: Modify): Row {
  if (typeof change !== 'function') return { ...row, ...change };
  const ref: { value?: Row } = { value: { ...row } };
  change(ref.value ?? row, ref);
  return ref.value ?? row;
}

/** The key of a row in an index such as `a.b` or `[a+b.c]`; undefined where IndexedDB would leave the row out. */
function keyOf(row: Row, index: string): Key | undefined {
  if (index.startsWith('[')) {
    const parts = index
      .slice(1, -1)
      .split('+')
      .map((path) => keyOf(row, path));
    return parts.some((part) => part === undefined) ? undefined : (parts as Key[]);
  }
  const value = index
    .split('.')
    .reduce<unknown>((from, name) => (from as Row | null | undefined)?.[name], row);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** As IndexedDB orders keys: numbers, then text, then lists. */
function compare(one: Key, other: Key): number {
  if (typeof one === 'object' && typeof other === 'object') {
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
      const order = compare(one[at] as Key, other[at] as Key);
      if (order !== 0) return order;
    }
    return one.length - other.length;
  }
  const rank = (key: Key) => ['number', 'string', 'object'].indexOf(typeof key);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one < other ? -1 : one > other ? 1 : 0;
}
