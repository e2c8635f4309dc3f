import type { Verb } from './activity';
import type { CompiledRecipe, CompiledWhen } from './compile';
import { mayBeActivity } from './drop-rules';
import type { Exchange } from './exchange';
import { failingParts, matchWhen, Reading } from './match';

/** For people who write recipes: how near a signal came to an exchange. */
export interface Explanation {
  readonly recipeId: string;
  readonly verb: Verb;
  /**
   * The parts of its `when` that failed, such as `status` or `body.action`; `ignore` where a negative beat it, `nobody`
   * where the exchange can be nobody's activity. Empty where it matched.
   */
  readonly failed: readonly string[];
}

/** Of each signal, in the recipe's order, what failed. */
export function explainSignals(
  exchange: Exchange,
  { recipe, ignore, signals }: CompiledRecipe,
): Explanation[] {
  const reading = new Reading(exchange);
  const isIgnored = ignore.some((negative) => matchWhen(negative, reading).ok);
  const always = [...(isIgnored ? ['ignore'] : []), ...(mayBeActivity(exchange) ? [] : ['nobody'])];
  return signals.map(({ signal, when }) => ({
    recipeId: recipe.id,
    verb: signal.do,
    failed: [...failingParts(when, reading), ...always],
  }));
}

/** The signal that came nearest, of all that these recipes have; null where none knows anything of the exchange. */
export function nearestSignal(exchange: Exchange, recipes: readonly CompiledRecipe[]): Explanation | null {
  const near = recipes.flatMap((compiled) =>
    explainSignals(exchange, compiled).filter(({ failed }, index) =>
      knowsSomething(compiled.signals[index]?.when, failed),
    ),
  );
  const least = Math.min(...near.map(({ failed }) => failed.length));
  return near.find(({ failed }) => failed.length === least) ?? null;
}

/** A method and a status alone are every other request's as well; what need not be there says nothing either. */
function knowsSomething(when: CompiledWhen | undefined, failed: readonly string[]): boolean {
  if (when === undefined || failed.includes('method') || failed.includes('path')) return false;
  const { query, header, body } = when;
  const met = Object.entries({ query, header, body }).some(([part, conditions]) =>
    conditions.some(({ name, telling }) => telling && !failed.includes(`${part}.${name}`)),
  );
  return when.path !== null || met;
}
