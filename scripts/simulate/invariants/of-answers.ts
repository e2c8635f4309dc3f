import { DAY_MS } from '@/utils/kernel/clock';
import { afterDates } from '../calendar';
import type { Life, Seen } from '../life';
import { sinceForgotten } from './of-caps';
import { breaches } from './timelines';

const REST_MS = 30 * DAY_MS;

export const ANSWERS = {
  'never for this': (life: Life) =>
    count(life, ({ activity, decided }) =>
      life.nevers.some(
        ({ at, site, verb }) => at.true < decided.true && site === activity.site && verb === activity.verb,
      ),
    ),
  'never on this site': (life: Life) =>
    count(life, ({ activity, decided }) =>
      life.nevers.some(
        ({ at, site, verb }) => at.true < decided.true && site === activity.site && verb === null,
      ),
    ),
  'none while paused': (life: Life) =>
    count(life, ({ decided }) => {
      const last = life.pauses.findLast(({ from }) => from.true <= decided.true);
      return last !== undefined && decided.device < last.until;
    }),
  'at most three in thirty days without a practice': (life: Life) =>
    breaches(life, (chip, before, time) => {
      const own = sinceForgotten(
        life,
        before.filter((one) => isAlike(one, chip)),
      );
      const since = own.slice(own.findLastIndex(({ answer }) => answer === 'share') + 1);
      return since.filter(({ at }) => time(at) > time(chip.decided) - REST_MS).length >= 3;
    }),
  'rest where hardly anything comes of it': (life: Life) =>
    breaches(life, (chip, before, time) => {
      const own = sinceForgotten(
        life,
        before.filter((one) => isAlike(one, chip) && time(one.at) > time(chip.decided) - 180 * DAY_MS),
      );
      const shared = own.filter(({ answer }) => answer === 'share').length;
      const last = own.at(-1);
      const isUnwelcome = own.length >= 12 && (1 + shared) / (10 + own.length) < 0.05;
      return last !== undefined && isUnwelcome && time(chip.decided) < time(last.at) + REST_MS;
    }),
  'left alone after a practice': (life: Life) =>
    breaches(life, (chip, before, time) =>
      before.some(
        ({ answer, answeredAt }) =>
          answer === 'share' &&
          answeredAt !== null &&
          time(chip.decided) < afterDates(time(answeredAt), 2, life.person.known),
      ),
    ),
  'left alone after "not now"': (life: Life) =>
    breaches(life, (chip, before, time) => {
      const known = sinceForgotten(life, before);
      const last = known.at(-1);
      if (last?.answer !== 'not-now' || last.answeredAt === null) return false;
      const lastOther = known.findLastIndex(({ answer }) => answer !== 'not-now');
      return time(chip.decided) < notBefore(life, time(last.answeredAt), known.length - 1 - lastOther);
    }),
} as const;

function notBefore({ person }: Life, said: number, inARow: number): number {
  if (inARow === 1) return afterDates(said, 2, person.known);
  return said + (inARow === 2 ? 5 : 7) * DAY_MS;
}

function isAlike({ activity: one }: Seen, { activity: other }: Seen): boolean {
  return one.site === other.site && one.verb === other.verb;
}

function count({ seen }: Life, isBreach: (chip: Seen) => boolean): number {
  return seen.filter(isBreach).length;
}
