import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { CHAOS_SECOND_MS } from '../build/plugin';
import { networkRows } from './network-faults';
import { type Hurt, type Kin, type NetworkFault, ORDINARY, type Phase, type Scenario } from './scenario';

const YEAR_MS = 365 * DAY_MS;
const FOREIGN: readonly Kin[] = ['ignores keys', 'races', 'forgets keys'];
/** Later than any request takes, and than settling does, in the shorter time of a chaos build. */
const TOO_LATE_MS = 4_000;

const TEN_YEARS: NetworkFault = {
  hits: 'write',
  times: 1,
  action: { kind: 'say', stored: false, status: 503, headers: { 'retry-after': '315360000' } },
};
const DOWN: NetworkFault = {
  hits: 'all',
  times: Number.POSITIVE_INFINITY,
  action: { kind: 'reset', stored: false },
};
const LOST_ANSWER: NetworkFault = { hits: 'write', times: 1, action: { kind: 'reset', stored: true } };
const HANGS: NetworkFault = { hits: 'write', times: 1, action: { kind: 'hang', stored: true } };
const NOT_STORED: NetworkFault = { hits: 'write', times: 1, action: { kind: 'hang', stored: false } };

function row(fault: string, phase: Phase, hurt: Hurt, more: Partial<Scenario> = {}): Scenario {
  return { ...ORDINARY, ...more, fault, phase, hurt };
}

// budget: 65 lines — a table reads better whole
function hurtRows(): readonly Scenario[] {
  return [
    row('worker stopped', 'C', { kind: 'worker stopped', afterMs: 150 }, { network: NOT_STORED }),
    row('worker stopped', 'D', { kind: 'worker stopped', afterMs: 150 }, { network: HANGS }),
    row('worker stopped', 'F', { kind: 'worker stopped', afterMs: 400 }, { network: DOWN }),
    row('browser killed', 'A', { kind: 'browser killed', afterMs: 0 }),
    row('browser killed', 'C', { kind: 'browser killed', afterMs: 150 }, { network: NOT_STORED }),
    row('browser killed', 'D', { kind: 'browser killed', afterMs: 150 }, { network: HANGS }),
    row('browser killed', 'F', { kind: 'browser killed', afterMs: 400 }, { network: DOWN, posts: 3 }),
    row('extension reloaded', 'C', { kind: 'extension reloaded', afterMs: 150 }, { network: NOT_STORED }),
    row('extension reloaded', 'D', { kind: 'extension reloaded', afterMs: 150 }, { network: HANGS }),
    row('windows, sidebar and worker at once', 'B', { kind: 'all ask at once' }, { posts: 3 }),
    row(
      'windows, sidebar and worker at once',
      'D',
      { kind: 'all ask at once' },
      { posts: 3, network: LOST_ANSWER },
    ),
    row('connection refused', 'F', { kind: 'community down', killed: false }, { posts: 2 }),
    row('community stopped and started', 'F', { kind: 'community down', killed: true }, { posts: 2 }),
    row('account switched', 'F', { kind: 'account switched' }, { network: { ...DOWN, hits: 'write' } }),
    row('permission revoked', 'F', { kind: 'permission revoked' }),
    row('session wiped', 'C', { kind: 'session wiped' }, { network: NOT_STORED }),
    row(
      'Retry-After: ten years, looked at a day later',
      'F',
      { kind: 'clock jumps', byMs: ((DAY_MS + MINUTE_MS) / SECOND_MS) * CHAOS_SECOND_MS, when: 'waiting' },
      { network: TEN_YEARS },
    ),
    row('disk full', 'A', { kind: 'disk full', from: 'now' }),
    row('disk full', 'E', { kind: 'disk full', from: 'answered' }),
    row(
      'row in an unknown state',
      'B',
      { kind: 'broken row', how: 'unknown state' },
      { posts: 2, network: DOWN },
    ),
    row('row with fields gone', 'B', { kind: 'broken row', how: 'fields gone' }, { posts: 2, network: DOWN }),
    row(
      'clock a year ahead',
      'F',
      { kind: 'clock jumps', byMs: YEAR_MS, when: 'waiting' },
      { network: DOWN },
    ),
    row(
      'clock a year back',
      'F',
      { kind: 'clock jumps', byMs: -YEAR_MS, when: 'waiting' },
      { network: DOWN },
    ),
    row(
      'clock was a year ahead',
      'F',
      { kind: 'clock jumps', byMs: YEAR_MS, when: 'back' },
      { network: DOWN },
    ),
    row(
      'clock was a year back',
      'F',
      { kind: 'clock jumps', byMs: -YEAR_MS, when: 'back' },
      { network: DOWN },
    ),
  ];
}

function foreignRows(): readonly Scenario[] {
  const ordinary = { ...ORDINARY, connections: 'fresh' } as const;
  return FOREIGN.flatMap((kin): Scenario[] => [
    { ...ordinary, kin, fault: `${kin}: nothing wrong`, phase: 'C', posts: 2 },
    { ...ordinary, kin, fault: `${kin}: answer lost`, phase: 'D', network: LOST_ANSWER },
    { ...ordinary, kin, fault: `${kin}: no answer`, phase: 'D', network: HANGS },
    { ...ordinary, kin, fault: `${kin}: not stored`, phase: 'C', network: NOT_STORED },
    row(
      `${kin}: worker stopped`,
      'D',
      { kind: 'worker stopped', afterMs: 150 },
      { ...ordinary, kin, network: HANGS },
    ),
    row(
      `${kin}: all at once`,
      'D',
      { kind: 'all ask at once' },
      { ...ordinary, kin, network: LOST_ANSWER, posts: 2 },
    ),
  ]);
}

/** What no key and no look can prevent; measured, not judged. */
function lateRow(kin: Kin): Scenario {
  const late: NetworkFault = { hits: 'write', times: 1, action: { kind: 'late', afterMs: TOO_LATE_MS } };
  return {
    ...ORDINARY,
    kin,
    fault: `${kin}: stores later than we wait`,
    phase: 'D',
    network: late,
    measured: true,
  };
}

/** A connection that was kept breaks with the answer on its way: a browser sends such a request again by itself. */
function brokenRow(kin: Kin): Scenario {
  const fault = `${kin}: answer lost on a kept connection`;
  return { ...ORDINARY, kin, fault, phase: 'D', network: LOST_ANSWER, measured: true };
}

/** Each fault by itself, in the order of the table; deaths at checkpoints come apart, since first they are counted. */
export function plainRows(): readonly Scenario[] {
  return [
    ...networkRows().map((network): Scenario => ({ ...ORDINARY, ...network })),
    ...hurtRows(),
    { ...ORDINARY, fault: 'many due after days offline', phase: 'F', posts: 25, network: DOWN },
    ...foreignRows(),
    { ...lateRow('keeps keys'), measured: false },
  ];
}

/** What no client can prevent where no keys are kept for ever: counted, and told apart from what is judged. */
export function measuredRows(): readonly Scenario[] {
  return FOREIGN.flatMap((kin) => [brokenRow(kin), lateRow(kin)]);
}
