import { median, type Row } from '../measure';
import type { BenchBrowser } from './browser';
import type { Enqueued } from './in-browser/enqueue';

const ROUNDS = 60;
const SIZES = [0, 1_000, 10_000];
const MOST = 1.6;
const MOST_GROWTH = 1.2;

/** A Send's transaction against a bare strict one with the same rows, in outboxes of several sizes. */
export async function measureEnqueueing({ run }: BenchBrowser): Promise<Row[]> {
  const bySize: Enqueued[] = [];
  for (const size of SIZES) bySize.push(await run('measureEnqueue', size, ROUNDS));
  const rows = bySize.map(
    ({ ours, raw, rawAgain }, at): Row => ({
      what: `enqueue at ${SIZES[at]?.toLocaleString('en')}, against bare strict IndexedDB`,
      values: ours,
      against: raw,
      paired: true,
      control: rawAgain,
      most: MOST,
    }),
  );
  return [...rows, ...growth(bySize)];
}

/** Both sides as so many times what they are when empty. */
function growth(bySize: readonly Enqueued[]): Row[] {
  const [empty, full] = [bySize[0], bySize.at(-1)];
  if (empty === undefined || full === undefined) return [];
  const grown = (kind: keyof Enqueued): number => median(full[kind]) / median(empty[kind]);
  const what = 'enqueue: its growth from 0 to 10,000, against bare';
  return [
    {
      what,
      values: [grown('ours')],
      against: [grown('raw')],
      control: [grown('rawAgain')],
      most: MOST_GROWTH,
      unit: '×',
    },
  ];
}
