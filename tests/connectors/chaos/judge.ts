import type { Entry } from '@/utils/outbox/entry';
import { type Played, standsCorrected } from './history';

/** What one history, or many of them, came to. */
export interface Tally {
  readonly runs: number;
  readonly lost: number;
  readonly doubled: number;
  /** Neither delivered nor lost, though nothing needs the person. */
  readonly stuck: number;
}

export const NOTHING: Tally = { runs: 0, lost: 0, doubled: 0, stuck: 0 };

export function add(one: Tally, other: Tally): Tally {
  return {
    runs: one.runs + other.runs,
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    stuck: one.stuck + other.stuck,
  };
}

/** Compares what was sent with what stands there, and with what the outbox says of it. */
export async function judge(played: Played): Promise<Tally> {
  const verdicts = await Promise.all(played.entries.map((entry) => verdictOn(played, entry)));
  if (played.corrected !== null) verdicts.push(await verdictOnCorrection(played, played.corrected));
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  return { runs: 1, lost: count('lost'), doubled: count('doubled'), stuck: count('stuck') };
}

type Verdict = 'well' | 'lost' | 'doubled' | 'stuck';

async function verdictOn({ person }: Played, sent: Entry): Promise<Verdict> {
  const there = person.count(sent);
  if (there > 1) return 'doubled';
  const entry = await person.db.entries.get(sent.id);
  const isWhole = entry !== undefined && entry.text === sent.text;
  if (entry?.state !== 'delivered') return isWhole ? 'stuck' : 'lost';
  const receipt = await person.db.receipts.get(sent.id);
  const isNamed = person.fake.posts().some(({ id }) => id === receipt?.postId);
  return there === 1 && isNamed ? 'well' : 'lost';
}

async function verdictOnCorrection({ person }: Played, sent: Entry): Promise<Verdict> {
  const entry = await person.db.entries.get(sent.id);
  if (entry?.state !== 'delivered') return entry === undefined ? 'lost' : 'stuck';
  return standsCorrected(person, sent) ? 'well' : 'lost';
}

/** A table of platforms, as it is printed. */
export function tableOf(rows: ReadonlyMap<string, Tally>): string {
  const lines = [...rows].map(([platform, { runs, lost, doubled, stuck }]) =>
    [platform.padEnd(28), ...[runs, lost, doubled, stuck].map((count) => String(count).padStart(8))].join(''),
  );
  const head = [
    'platform'.padEnd(28),
    ...['runs', 'lost', 'doubled', 'stuck'].map((word) => word.padStart(8)),
  ];
  return [head.join(''), ...lines].join('\n');
}
