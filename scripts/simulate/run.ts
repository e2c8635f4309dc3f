import { INVARIANTS } from './invariants';
import { type Mutant, mutants } from './mutants';
import { lives, type Population } from './population';
import { Tally, YARDSTICK } from './tally';

/** So many people have to have lived before an average says something. */
const ENOUGH_USERS = 3_000;
/** A break is looked for among so many people, and so many must live well while the rule is whole. */
const MUTANT_USERS = 400;
const CONTROL_USERS = 40;

export interface SimulationOptions extends Population {
  readonly say: (line: string) => void;
}

/** Plays everybody's days, breaks each rule once, and says what came of it. True where all is as it must be. */
export function simulate({ say, ...population }: SimulationOptions): boolean {
  const tally = new Tally(population.days);
  for (const life of lives(population)) tally.add(life);
  for (const line of tally.lines()) say(line);
  const reaches = sayYardsticks(tally, population.users, say);
  const uncaught = breakRules(population, say);
  say(`${tally.decisions} decisions, ${tally.violated} violations`);
  return tally.violated === 0 && reaches && uncaught === 0;
}

function sayYardsticks(tally: Tally, users: number, say: (line: string) => void): boolean {
  say('');
  say(`the median person with daily activities meets ${tally.medianOfDaily.toFixed(2)} prompts a week (≥ 1)`);
  say(
    `10 % acceptance gives ${tally.postsAtTenPercent.toFixed(2)} posts per member and month (≥ ${YARDSTICK})`,
  );
  if (users < ENOUGH_USERS) say(`measured and not judged: fewer than ${ENOUGH_USERS} people`);
  return users < ENOUGH_USERS || tally.reachesYardsticks;
}

/** How many breaks nobody noticed, or were noticed where nothing was broken. */
function breakRules({ days, seed }: Population, say: (line: string) => void): number {
  say('');
  say('one rule broken at a time, with the rules that would hide it off');
  return mutants().filter((mutant) => {
    const breaches = firstBreach(mutant, mutant.rules, { users: MUTANT_USERS, days, seed });
    const falseAlarm = firstBreach(mutant, mutant.control, { users: CONTROL_USERS, days, seed });
    const verdict =
      falseAlarm > 0 ? 'BROKEN WHOLE' : breaches > 0 ? `caught after ${breaches} people` : 'NOT CAUGHT';
    say(`  ${mutant.name.padEnd(28)} ${verdict}`);
    return breaches === 0 || falseAlarm > 0;
  }).length;
}

/** After how many people the mutant's invariant was broken; 0 where it never was. */
function firstBreach({ caughtBy }: Mutant, rules: Mutant['rules'], population: Population): number {
  let people = 0;
  for (const life of lives(population, rules)) {
    people += 1;
    if (INVARIANTS[caughtBy](life) > 0) return people;
  }
  return 0;
}
