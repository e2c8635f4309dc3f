import { between, pick } from '@/scripts/seeded';
import type { Activity } from '@/utils/activity/activity';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import { type Call, fitsCall } from '@/utils/prompting/call';
import { DUE_AT_MOST_MS, HELD_MS, PATIENCE_MS, QUIET_MS } from '@/utils/prompting/policy';
import type { Answer, Reason } from '@/utils/prompting/prompt';
import { RULES, type Rules } from '@/utils/prompting/rules';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';
import { dateOf, dayAt } from './calendar';
import { Device } from './device';
import type { Life, Moment, Seen } from './life';
import type { Person } from './people';

/** How life goes around a prompt. */
const CHANCES = { quiet: 0.75, leaves: 0.05, crash: 0.004, sensitive: 0.03, overtime: 0.05 } as const;

interface Held {
  readonly activity: Activity;
  readonly page: string;
  readonly at: number;
}

/** Plays somebody's days with the rules in force, or with others to see whether anybody notices. */
export class Player {
  readonly #seen: Seen[] = [];
  readonly #activities: { at: Moment }[] = [];
  readonly #starts: Moment[] = [];
  readonly #pauses: { from: Moment; until: number }[] = [];
  readonly #nevers: { at: Moment; site: string; verb: string | null }[] = [];
  readonly #forgets: Moment[] = [];
  readonly #reasons = new Map<Reason, number>();
  readonly #device: Device;
  #held: Held | null = null;
  #decisions = 0;
  /** Until then somebody has a chip before them, or waits for a quiet moment (true time). */
  #busyUntil = 0;

  constructor(
    readonly person: Person,
    readonly call: Call,
    readonly random: Random,
    rules: Rules = RULES,
  ) {
    this.#device = new Device(person, call, rules);
  }

  live(days: number): Life {
    for (let index = 0; index < days; index += 1) this.#day(index);
    return {
      person: this.person,
      call: this.call,
      seen: this.#seen,
      activities: this.#activities,
      starts: this.#starts,
      pauses: this.#pauses,
      nevers: this.#nevers,
      forgets: this.#forgets,
      decisions: this.#decisions,
      reasons: this.#reasons,
    };
  }

  #day(index: number): void {
    const midnight = dayAt(index);
    const works = this.person.working.has(dateOf(midnight));
    if (!works && this.random() >= CHANCES.overtime) return;
    const { from, to, startsBrowser } = this.person;
    if (startsBrowser) this.#start(this.#moment(midnight + from * MINUTE_MS));
    for (const minute of this.#minutes(from, to)) this.#work(midnight + minute * MINUTE_MS);
    if (this.random() < this.person.temper.forgets / 30)
      this.#forget(this.#moment(midnight + to * MINUTE_MS));
  }

  #start(at: Moment): void {
    this.#device.startBrowser(at.device);
    this.#starts.push(at);
  }

  /** When things are finished: by chance all day, and now and then twice in a row. */
  #minutes(from: number, to: number): readonly number[] {
    const many = Math.floor(this.person.aDay * 2 * this.random() + this.random());
    const minutes = Array.from({ length: many }, () => from + this.random() * (to - from));
    const again = minutes.filter(() => this.random() < 0.3).map((minute) => minute + 1 + this.random() * 20);
    return [...minutes, ...again].sort((one, other) => one - other);
  }

  #work(at: number): void {
    const { site, verb } = pick(this.random, this.person.habits);
    const now = this.#moment(at);
    const title = this.random() < 0.2 ? 'Vernietigingslijst' : 'Aktenplan';
    const activity: Activity = {
      ...{ id: `${at}`, verb, title, link: null, site, system: 'simulated', count: 1 },
      at: now.device,
    };
    const page = `${site}${this.random() < CHANCES.sensitive ? '/hr/dossier' : '/map/dossier'}`;
    if (at >= this.#busyUntil) this.#device.open = null;
    const { ask, reason } = this.#device.meet(activity, [page], now.device);
    this.#count(reason);
    this.#activities.push({ at: now });
    if (ask) this.#place(activity, page, now);
    else this.#retry(page, now);
  }

  /** A prompt that found no quiet moment is tried again with the next activity on its site. */
  #retry(page: string, now: Moment): void {
    const held = this.#held;
    if (held === null || now.device - held.at >= HELD_MS || !page.startsWith(held.activity.site)) return;
    const { ask, reason } = this.#device.decide(held.activity, [page, held.page], now.device);
    this.#count(reason);
    if (ask) this.#place(held.activity, held.page, now);
  }

  #place(activity: Activity, page: string, decided: Moment): void {
    const { random } = this;
    this.#held = null;
    this.#device.open = {
      ...{ id: 'open', activity, batch: [], state: 'due', reason: 'eligible', tabId: 1 },
      ...{ createdAt: decided.device, answer: null },
    };
    if (random() >= CHANCES.quiet) {
      this.#busyUntil = decided.true + PATIENCE_MS;
      this.#held = { activity, page, at: decided.device };
      return;
    }
    const waits = QUIET_MS + random() * (PATIENCE_MS - QUIET_MS);
    this.#busyUntil = decided.true + waits;
    if (random() < CHANCES.leaves + CHANCES.crash) return; // gone before it was seen for two seconds
    this.#see({ activity, page, decided }, this.#moment(decided.true + waits));
  }

  #see({ activity, page, decided }: Pick<Seen, 'activity' | 'page' | 'decided'>, at: Moment): void {
    this.#device.show(activity, at.device);
    const answer = this.#chooseAnswer();
    const answeredAt =
      answer === null ? null : this.#moment(at.true + between(this.random, 2, 60) * SECOND_MS);
    this.#busyUntil = answeredAt === null ? decided.true + DUE_AT_MOST_MS : answeredAt.true;
    if (answer !== null && answeredAt !== null) this.#takeAnswer(answer, activity, answeredAt);
    if (this.random() < this.person.temper.pauses) this.#pause(this.#moment(this.#busyUntil));
    this.#seen.push({
      ...{ activity, page, decided, at, answer, answeredAt },
      fitsCall: fitsCall(this.call, activity),
    });
  }

  #chooseAnswer(): Answer | null {
    const { share, notNow, keep, neverVerb, neverSite } = this.person.temper;
    const chances = {
      share,
      'not-now': notNow,
      keep,
      'never-verb': neverVerb,
      'never-site': neverSite,
    } as const;
    let left = this.random();
    for (const [answer, chance] of Object.entries(chances) as [Answer, number][]) {
      left -= chance;
      if (left < 0) return answer;
    }
    return null;
  }

  #takeAnswer(answer: Answer, { site, verb }: Activity, at: Moment): void {
    this.#device.answer(answer, at.device);
    if (answer !== 'never-site' && answer !== 'never-verb') return;
    const rule = { site, verb: answer === 'never-verb' ? verb : null };
    this.#device.never.push(rule);
    this.#nevers.push({ ...rule, at });
  }

  #pause(from: Moment): void {
    const lengths = [HOUR_MS, DAY_MS, 14 * DAY_MS];
    const until = this.random() < 0.05 ? PAUSED_ALWAYS : from.device + pick(this.random, lengths);
    this.#device.pausedUntil = until;
    this.#pauses.push({ from, until });
  }

  #forget(at: Moment): void {
    const last = this.#device.lastShowing;
    if (last === undefined) return;
    for (const kind of ['resting', 'unwelcome', 'not-now', 'brake'] as const) {
      this.#device.forgotten.push({ kind, site: null, verb: null, at: last.shownAt });
    }
    this.#forgets.push(at);
  }

  #count(reason: Reason): void {
    this.#decisions += 1;
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  #moment(at: number): Moment {
    const change = this.person.clockChanges.findLast((one) => one.at <= at);
    return { true: at, device: at + (change?.offset ?? 0) };
  }
}
