import type { Planned } from './plan/plan';
import { type Outcome, play } from './play';
import { isGood, type Played } from './tally';
import { World } from './world/world';

interface StageOptions {
  readonly runs: number;
  readonly seed: number;
  /** Says each run. */
  readonly verbose: boolean;
  readonly say: (line: string) => void;
}

const NOT_PLAYED: Outcome = {
  lost: [],
  doubled: [],
  falselyDelivered: [],
  stuck: ['not played'],
  tookMs: 0,
  died: false,
  log: [],
};

/** Where runs are played one after another: in the same world as long as all is well in it, else in a new one. */
export class Stage {
  readonly #build: string;
  readonly #options: StageOptions;
  #world: World | null = null;

  constructor(build: string, options: StageOptions) {
    this.#build = build;
    this.#options = options;
  }

  async world(): Promise<World> {
    this.#world ??= await World.open(this.#build);
    return this.#world;
  }

  /** Plays a run. One that the machine breaks off is tried once more, and that is said; then it counts as stuck. */
  async play(planned: Planned): Promise<Played> {
    const broken = async (error: unknown): Promise<null> => {
      this.#options.say(`run ${planned.number} was broken off: ${String(error)}`);
      await this.close();
      return null;
    };
    const run = (await this.#try(planned).catch(broken)) ??
      (await this.#try(planned).catch(broken)) ?? { ...planned, outcome: NOT_PLAYED };
    if (!isGood(run)) {
      this.#options.say(this.#described(run));
      await this.close(); // whatever went wrong must not go on in the next run
    }
    return run;
  }

  async close(): Promise<void> {
    await this.#world?.close();
    this.#world = null;
  }

  async #try(planned: Planned): Promise<Played> {
    const startedAt = Date.now();
    const outcome = await play(await this.world(), planned.scenario, planned.number);
    const { number, scenario } = planned;
    const { phase, fault, hurt } = scenario;
    const ms = `${Date.now() - startedAt} ms`;
    if (this.#options.verbose) this.#options.say(`${number} ${phase} ${fault} ${JSON.stringify(hurt)} ${ms}`);
    return { ...planned, outcome };
  }

  #described({ number, scenario, outcome }: Played): string {
    const { runs, seed } = this.#options;
    const again = `npm run chaos -- --runs ${runs} --seed ${seed} --only ${number}`;
    const { log, ...what } = outcome;
    const told = [`run ${number} went wrong: ${JSON.stringify({ ...scenario, ...what })}`, ...log];
    return `${told.join('\n  ')}\n  alone: ${again}`;
  }
}
