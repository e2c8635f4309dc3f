import type { Table } from 'dexie';
import type { Finder } from './finder';
import type { Shared } from './shelf';

const AT_ONCE = 50;
/** Longer than this nobody is kept waiting. */
const SLICE_MS = 4;

export interface BuildPorts {
  readonly shared: Table<Shared, string>;
  /** Milliseconds. */
  now(): number;
  /** Comes back when others had their turn. */
  giveWay(): Promise<void>;
}

/** Puts everything that was shared into the finder, in slices of a few ms between which others go first. */
export async function build(finder: Finder, { shared, now, giveWay }: BuildPorts): Promise<void> {
  let after = '';
  for (;;) {
    await giveWay();
    const rows = await shared.where(':id').above(after).limit(AT_ONCE).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    await giveWay();
    let until = now() + SLICE_MS;
    for (const row of rows) {
      if (now() >= until) {
        await giveWay();
        until = now() + SLICE_MS;
      }
      if (!finder.has(row.id)) finder.put(row); // news may have come first
    }
    after = last.id;
  }
}
