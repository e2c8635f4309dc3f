import type { Life, Moment, Seen } from '../life';

/** A clock by which a life can be told. */
export type Timeline = (moment: Moment) => number;

/** The wall's, and the device's own, which may have been set. */
const TIMELINES: readonly Timeline[] = [(moment) => moment.true, (moment) => moment.device];

/**
 * Chips that a rule forbade. Where a device's clock was set, nobody can keep both times apart: then a chip is a breach
 * only if it is one by either clock.
 */
export function breaches(
  { seen }: Pick<Life, 'seen'>,
  isBreach: (chip: Seen, before: readonly Seen[], time: Timeline) => boolean,
): number {
  return seen.filter((chip, index) => {
    const before = seen.slice(0, index);
    return TIMELINES.every((time) => isBreach(chip, before, time));
  }).length;
}
