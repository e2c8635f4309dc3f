import { between, pick, seeded } from '@/scripts/seeded';
import type { Random } from '@/utils/kernel/random';
import { networkRows } from './network-faults';
import { measuredRows, plainRows } from './rows';
import { type Hurt, type Kin, ORDINARY, type Phase, type Scenario } from './scenario';

/** The checkpoints that a clean Send with its delivery passes, and a start with a post under way. */
export interface Checkpoints {
  readonly send: readonly string[];
  readonly start: readonly string[];
}

/** A scenario and the number by which it can be played alone. */
export interface Planned {
  readonly number: number;
  readonly scenario: Scenario;
}

const KINS: readonly Kin[] = [
  'keeps keys',
  'keeps keys',
  'keeps keys',
  'ignores keys',
  'races',
  'forgets keys',
];
/** How many of the runs may be deaths one by one, as a share, so that the other rows and chance have their part. */
const SHARE_OF_DEATHS = 0.6;

const MOST_EARLY = 12;
const RUNS_PER_MEASUREMENT = 200;

/**
 * What is played, always the same for the same numbers: every fault by itself, the deaths at every checkpoint (where
 * there are fewer runs than checkpoints: at some of them, other ones for another seed), then faults together.
 */
export function plan(runs: number, seed: number, checkpoints: Checkpoints): readonly Planned[] {
  const random = seeded(seed);
  const alone = plainRows();
  const deaths = deathRows(checkpoints);
  const room = Math.max(0, Math.floor((runs - alone.length) * SHARE_OF_DEATHS));
  const chosen = [...alone, ...someOf(deaths, room, random)].slice(0, runs);
  while (chosen.length < runs) chosen.push(together(random, checkpoints));
  return [...chosen, ...measured(runs)].map((scenario, number) => ({ number, scenario }));
}

/** Beside the runs that are judged, and as many more as those are. */
function measured(runs: number): readonly Scenario[] {
  const times = Math.max(1, Math.floor(runs / RUNS_PER_MEASUREMENT));
  return measuredRows().flatMap((scenario) => Array.from({ length: times }, () => scenario));
}

function deathRows({ send, start }: Checkpoints): readonly Scenario[] {
  return [
    ...send.map((what, index) =>
      death(what, { kind: 'dies', at: index + 1, from: 'send' }, phaseOf(send, index)),
    ),
    ...start.map(
      (what, index): Scenario => ({
        ...death(what, { kind: 'dies', at: index + 1, from: 'start' }, 'G'),
        network: { hits: 'write', times: 1, action: { kind: 'hang', stored: true } },
      }),
    ),
  ];
}

function death(_what: string, hurt: Hurt, phase: Phase): Scenario {
  return { ...ORDINARY, fault: 'killed at a checkpoint', phase, hurt };
}

/** Where in a delivery a checkpoint stands, by the marks on its way. */
export function phaseOf(passed: readonly string[], index: number): Phase {
  const at = (mark: string): number => {
    const found = passed.indexOf(mark);
    return found === -1 ? passed.length : found;
  };
  if (index < at('committed')) return 'A';
  if (index < at('about to ask')) return 'B';
  if (index < at('answer begins')) return 'C';
  return index < at('lock given back') ? 'E' : 'F';
}

/**
 * As many deaths as there is room for: all the earliest, around the moment in which a draft becomes an entry; of the rest half
 * while a request is under way or its answer is being kept; each evenly spread.
 */
function someOf(deaths: readonly Scenario[], room: number, random: Random): readonly Scenario[] {
  if (room >= deaths.length) return deaths;
  const first = deaths.filter(isEarly).slice(0, room);
  const later = deaths.filter((one) => !isEarly(one));
  const inPhase = (...phases: readonly Phase[]) => later.filter(({ phase }) => phases.includes(phase));
  const underWay = inPhase('C', 'E');
  const rest = inPhase('A', 'B', 'F', 'G');
  const half = Math.min(Math.floor((room - first.length) / 2), underWay.length);
  const others = Math.min(room - first.length - half, rest.length);
  return [...first, ...spread(underWay, half, random), ...spread(rest, others, random)];
}

function isEarly({ hurt }: Scenario): boolean {
  return hurt?.kind === 'dies' && hurt.from === 'send' && hurt.at <= MOST_EARLY;
}

/** So many of these, evenly spread, beginning anywhere. */
function spread<Value>(values: readonly Value[], count: number, random: Random): Value[] {
  const first = random();
  const every = values.length / Math.max(1, count);
  const chosen = Array.from({ length: count }, (_, index) => values[Math.floor((index + first) * every)]);
  return chosen.filter((value) => value !== undefined);
}

/** Faults together, as chance has it. */
function together(random: Random, { send }: Checkpoints): Scenario {
  const network = pick(random, networkRows());
  const hurt = hurtBy(random, send.length);
  const kin = pick(random, KINS);
  return {
    ...ORDINARY,
    fault: kin === 'keeps keys' ? 'faults together' : 'faults together, no lasting keys',
    phase: network.phase,
    kin,
    connections: kin === 'keeps keys' ? 'kept' : 'fresh',
    posts: between(random, 1, 4),
    network: random() < 0.8 ? network.network : null,
    needsPerson: network.needsPerson,
    hurt,
  };
}

function hurtBy(random: Random, checkpoints: number): Hurt | null {
  const afterMs = between(random, 0, 700);
  const hurts: readonly (Hurt | null)[] = [
    null,
    { kind: 'dies', at: between(random, 1, checkpoints), from: 'send' },
    { kind: 'dies', at: between(random, 1, checkpoints), from: 'send' },
    { kind: 'dies', at: between(random, 1, checkpoints), from: 'send' },
    { kind: 'worker stopped', afterMs },
    { kind: 'worker stopped', afterMs },
    { kind: 'extension reloaded', afterMs },
    { kind: 'browser killed', afterMs },
    { kind: 'all ask at once' },
    { kind: 'disk full', from: 'answered' },
    { kind: 'session wiped' },
  ];
  return pick(random, hurts);
}
