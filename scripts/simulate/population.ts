import { between, seeded } from '@/scripts/seeded';
import { HOUR_MS } from '@/utils/kernel/clock';
import type { Call } from '@/utils/prompting/call';
import { RULES, type Rules } from '@/utils/prompting/rules';
import { dayAt } from './calendar';
import type { Life } from './life';
import { ACCEPTANCES, aPerson } from './people';
import { Player } from './player';

export interface Population {
  readonly users: number;
  readonly days: number;
  readonly seed: number;
}

/** The lives of so many people, one after another; the same for the same seed, whoever plays how many of them. */
export function* lives({ users, days, seed }: Population, rules: Rules = RULES): Generator<Life> {
  for (let index = 0; index < users; index += 1) {
    const random = seeded(seed * 1_000_003 + index);
    const person = aPerson(random, days, ACCEPTANCES[index % ACCEPTANCES.length] ?? 0);
    yield new Player(person, aCall(days, between(random, 0, 3)), random, rules).live(days);
  }
}

/** A month in the middle, in which a coordinator asks for one theme. */
function aCall(days: number, weeksLater: number): Call {
  const from = dayAt(Math.floor(days / 3) + 7 * weeksLater) + HOUR_MS;
  const until = dayAt(Math.floor(days / 2) + 7 * weeksLater) + HOUR_MS;
  return {
    id: 'call',
    text: 'Deze maand: vernietigingslijsten',
    words: ['vernietiging'],
    verbs: [],
    from,
    until,
  };
}
