import { buildForChaos } from './build/extension';
import { countCheckpoints } from './count';
import { type Checkpoints, type Planned, plan } from './plan/plan';
import { Stage } from './stage';
import { isGood, type Played, report } from './tally';
import { measureYardstick } from './yardstick/measure';

export interface ChaosOptions {
  readonly runs: number;
  readonly seed: number;
  readonly verbose: boolean;
  /** Only these runs of the plan. */
  readonly only: readonly number[] | null;
  /** How many runs the yardstick gets; 0: none. */
  readonly yardstick: number;
  /** Somebody wants no more runs: the table tells of those that were played. */
  readonly isStopped: () => boolean;
  readonly say: (line: string) => void;
}

/** Plays what was planned; whether nothing went wrong. */
export async function runChaos(options: ChaosOptions): Promise<boolean> {
  const build = buildForChaos();
  const stage = new Stage(build, options);
  const played: Played[] = [];
  try {
    const checkpoints = await countCheckpoints(await stage.world());
    const { send, start } = checkpoints;
    options.say(`${send.length} checkpoints from Send to delivered, ${start.length} at a start`);
    for (const planned of chosen(options, checkpoints)) {
      if (options.isStopped()) break;
      played.push(await stage.play(planned));
    }
  } finally {
    await stage.close();
  }
  if (options.yardstick > 0) options.say(await measureYardstick(build, options.yardstick, options.seed));
  for (const line of report(played)) options.say(line);
  return played.every(isGood);
}

function chosen({ runs, seed, only }: ChaosOptions, checkpoints: Checkpoints): readonly Planned[] {
  const all = plan(runs, seed, checkpoints);
  return only === null ? all : all.filter(({ number }) => only.includes(number));
}
