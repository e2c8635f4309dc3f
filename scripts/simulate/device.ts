import type { Activity } from '@/utils/activity/activity';
import { DAY_MS } from '@/utils/kernel/clock';
import { type Call, callAt } from '@/utils/prompting/call';
import { type Decision, decide } from '@/utils/prompting/decide';
import { notAhead, remember, type Showing } from '@/utils/prompting/history';
import { dayBegan, narrowed, startOfDay } from '@/utils/prompting/hours';
import { FIRST_ACTIVITIES, REMEMBERED_DAYS } from '@/utils/prompting/policy';
import type { Answer, Prompt } from '@/utils/prompting/prompt';
import type { Rules } from '@/utils/prompting/rules';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import type { Forgotten, NeverRule } from '@/utils/settings/settings';
import type { Person } from './people';

const SENSITIVE_PATH = '/hr';

/** What a device keeps and decides, in memory: the same rules over the same state as the background's. */
export class Device {
  pausedUntil: number | null = null;
  readonly never: NeverRule[] = [];
  readonly forgotten: Forgotten[] = [];
  open: Prompt | null = null;
  #known: number[] = [];
  #showings: Showing[] = [];
  #sharedAt: number | null = null;
  #startedAt: number | null = null;
  #knownSince = Number.POSITIVE_INFINITY;

  constructor(
    readonly person: Person,
    readonly call: Call | null,
    readonly rules: Rules,
  ) {}

  /** Decides about an activity at the device's own time (epoch ms), and remembers it. */
  meet(activity: Activity, pages: readonly string[], now: number): Decision {
    const decision = this.decide(activity, pages, now);
    this.#known.push(now);
    this.#knownSince = Math.min(this.#knownSince, now);
    return decision;
  }

  /** Decides and remembers nothing, as about a prompt that was held. */
  decide(activity: Activity, pages: readonly string[], now: number): Decision {
    return decide(this.#state(now), { kind: 'activity', activity, pages }, () => now, this.rules);
  }

  startBrowser(now: number): void {
    this.#startedAt = now;
  }

  show(activity: Activity, now: number): void {
    this.#showings.push({ ...remember(activity, 'eligible'), shownAt: now });
  }

  answer(answer: Answer, now: number): void {
    const last = this.#showings.pop();
    if (last !== undefined) this.#showings.push({ ...last, answer, answeredAt: now });
    if (answer === 'share') this.#sharedAt = now;
  }

  /** The newest showing, on which what was learned last rests. */
  get lastShowing(): Showing | undefined {
    return this.#showings.at(-1);
  }

  #choices(now: number): Choices {
    const { hours, perWeek, policy } = this.person;
    return {
      pausedUntil: this.pausedUntil,
      never: this.never,
      sensitive: this.person.habits.map(({ site }) => ({ site, path: SENSITIVE_PATH })),
      hours: narrowed(hours, { from: policy.from, to: policy.to }),
      perDay: 1,
      perWeek: Math.min(perWeek, policy.perWeek),
      forgotten: this.forgotten,
      call: this.call === null ? null : callAt([this.call], now),
    };
  }

  #state(now: number): PromptingState {
    const since = now - REMEMBERED_DAYS * DAY_MS;
    return {
      choices: this.#choices(now),
      showings: this.#showings.filter(({ shownAt }) => shownAt > since).map((one) => notAhead(one, now)),
      knownSince: this.#known.length === 0 ? null : Math.min(now, this.#knownSince),
      known: Math.min(this.#known.length, FIRST_ACTIVITIES),
      dayBeganAt: dayBegan(now, this.#firstSince(startOfDay(now), now), this.#startedAt),
      open: this.open === null ? [] : [this.open],
      sharedAt: this.#sharedAt === null ? null : Math.min(now, this.#sharedAt),
    };
  }

  /** The first activity since then. Times are in order, unless the clock was set: the newest are looked at first. */
  #firstSince(since: number, now: number): number | null {
    if (this.person.clockChanges.length > 0) {
      const later = this.#known.filter((at) => at >= since);
      return later.length === 0 ? null : Math.min(now, ...later);
    }
    let first: number | null = null;
    for (let index = this.#known.length - 1; index >= 0; index -= 1) {
      const at = this.#known[index] ?? 0;
      if (at < since) break;
      first = at;
    }
    return first;
  }
}
