import type { Reason } from '@/utils/prompting/prompt';
import { broken, type Invariant } from './invariants';
import type { Life } from './life';
import { ACCEPTANCES, type Rhythm } from './people';

const DAYS_OF_MONTH = 365.25 / 12;
/** The seed community's posts per member and month. */
export const YARDSTICK = 0.5;
const DAILY: Rhythm = 'daily';

/** What is kept of a life: little, for there are many. */
interface Kept {
  readonly acceptance: number;
  readonly rhythm: Rhythm;
  /** Nobody, neither the person nor the organisation, wants less than what we begin with. */
  readonly isDefault: boolean;
  readonly perWeek: number;
  readonly postsPerMonth: number;
}

/** Adds up many lives. */
export class Tally {
  decisions = 0;
  readonly violations = new Map<Invariant, number>();
  readonly reasons = new Map<Reason, number>();
  readonly #kept: Kept[] = [];

  constructor(readonly days: number) {}

  add(life: Life): void {
    const { person, seen } = life;
    this.decisions += life.decisions;
    for (const [name, count] of broken(life)) bump(this.violations, name, count);
    for (const [reason, count] of life.reasons) bump(this.reasons, reason, count);
    const posts = seen.filter(({ answer }) => answer === 'share').length;
    this.#kept.push({
      acceptance: person.acceptance,
      rhythm: person.rhythm,
      isDefault: person.perWeek >= 2 && person.policy.perWeek >= 2,
      perWeek: (seen.length * 7) / this.days,
      postsPerMonth: (posts * DAYS_OF_MONTH) / this.days,
    });
  }

  get violated(): number {
    return [...this.violations.values()].reduce((total, count) => total + count, 0);
  }

  /** The median person with daily activities meets so many prompts a week, at 10 %. */
  get medianOfDaily(): number {
    return quantile(
      this.#of(0.1)
        .filter(({ rhythm }) => rhythm === DAILY)
        .map(({ perWeek }) => perWeek),
      0.5,
    );
  }

  /** Posts per member and month at 10 %, where nobody wanted fewer prompts than we begin with. */
  get postsAtTenPercent(): number {
    return mean(
      this.#of(0.1)
        .filter(({ isDefault }) => isDefault)
        .map(({ postsPerMonth }) => postsPerMonth),
    );
  }

  get reachesYardsticks(): boolean {
    return this.medianOfDaily >= 1 && this.postsAtTenPercent >= YARDSTICK;
  }

  /** The tables, line by line. */
  lines(): readonly string[] {
    return [
      'acceptance  prompts per person and week        posts per member and month',
      '            median    p95    max  (daily: median)   all   default caps   yardstick',
      ...ACCEPTANCES.map((acceptance) => this.#row(acceptance)),
      '',
      'why not asked',
      ...[...this.reasons]
        .sort(([, one], [, other]) => other - one)
        .map(([reason, count]) => `  ${reason.padEnd(20)} ${percent(count / this.decisions)}`),
      ...[...this.violations].map(([name, count]) => `BROKEN  ${name}: ${count}`),
    ];
  }

  #row(acceptance: number): string {
    const all = this.#of(acceptance);
    const weekly = all.map(({ perWeek }) => perWeek);
    const daily = all.filter(({ rhythm }) => rhythm === DAILY).map(({ perWeek }) => perWeek);
    const cells = [
      percent(acceptance).padEnd(10),
      ...[0.5, 0.95, 1].map((share) => quantile(weekly, share).toFixed(2).padStart(6)),
      `(${quantile(daily, 0.5).toFixed(2)})`.padStart(17),
      mean(all.map(({ postsPerMonth }) => postsPerMonth))
        .toFixed(2)
        .padStart(5),
      mean(all.filter(({ isDefault }) => isDefault).map(({ postsPerMonth }) => postsPerMonth))
        .toFixed(2)
        .padStart(14),
      YARDSTICK.toFixed(2).padStart(11),
    ];
    return cells.join(' ');
  }

  #of(acceptance: number): readonly Kept[] {
    return this.#kept.filter((kept) => kept.acceptance === acceptance);
  }
}

function bump<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 && share !== 0.05 ? 1 : 0)} %`.padStart(6);
}
