import { setTimeout as wait } from 'node:timers/promises';
import { until } from '@/scripts/browsers/until';
import type { Activity } from '@/utils/activity/activity';
import type { Step, Walked } from './step';

/** A browser with the built extension, which was allowed to look at the application. */
export interface Proof<Screen> {
  readonly screen: Screen;
  /** Every activity that the extension decided about, those that it stayed silent about too. */
  activities(): Promise<readonly Activity[]>;
  /** Where the application's page stands, in a few words, for a step that breaks. */
  standing(): Promise<string>;
}

/** A burst of 4 s, a page that is slow to land, and a busy machine. */
const SEEN_WITHIN_MS = 20_000;
/** A burst lasts 4 s after its last exchange: whatever was recognised stands there by now. */
const SILENT_MS = 6_000;
/** The page is asked for its proof for 5 s before that. */
export const SILENT_AFTER_LOOKING_MS = 11_000;
const OUTCOME_WITHIN_MS = 5_000;

/** Walks through all steps, one after another. One that breaks is told, and the next one is tried. */
export async function walk<Screen>(
  { screen, activities, standing }: Proof<Screen>,
  steps: readonly Step<Screen>[],
): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  const known = new Set((await activities()).map(({ id }) => id));
  const fresh = async () => (await activities()).filter(({ id }) => !known.has(id));
  for (const step of steps) {
    const { what, expect, outcome } = step;
    let broken = await failureOf(() => step.act(screen));
    if (broken !== null) broken += ` (${await standing()})`;
    await settle(step, fresh);
    const seen = await fresh();
    for (const { id } of seen) known.add(id);
    if (broken === null && outcome !== undefined)
      broken = await failureOf(() => until('the outcome', async () => outcome(), OUTCOME_WITHIN_MS));
    walked.push({ what, expect, seen, broken, checked: outcome !== undefined });
  }
  return walked;
}

/** An activity is there as soon as its burst is over; that there is none can only be waited for. */
async function settle<Screen>(
  { expect, silentMs = SILENT_MS }: Step<Screen>,
  fresh: () => Promise<readonly Activity[]>,
): Promise<void> {
  if (expect === null) {
    await wait(silentMs);
    return;
  }
  const isThere = async () => (await fresh()).some(({ verb }) => verb === expect.verb);
  await until(expect.verb, isThere, SEEN_WITHIN_MS).catch(() => undefined);
}

async function failureOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof Error ? tellingLines(error) : String(error);
  }
}

/** What went wrong, and what was looked for: the rest of a driver's message is its history. */
function tellingLines({ message }: Error): string {
  const [first = '', ...rest] = message.split('\n');
  return [first, ...rest.filter((line) => line.includes('waiting for')).slice(0, 1)].join(' ');
}
