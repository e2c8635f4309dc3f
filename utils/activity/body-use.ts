import type { CompiledRecipe, CompiledWhen } from './compile';
import { isSignIn } from './drop-rules';
import type { Exchange } from './exchange';
import { readsBody } from './filters';
import { comparedPath } from './path';

/** What is known of an exchange before its body is looked at. */
export type ExchangeStart = Pick<Exchange, 'method' | 'url' | 'type'>;

/** Whether any signal of a recipe could use the body of what begins so. That of a sign-in nobody may. */
export function usesBody({ signals, ignore }: CompiledRecipe, start: ExchangeStart): boolean {
  if (isSignIn(start.url)) return false;
  const url = new URL(start.url);
  const path = comparedPath(url);
  const fits = (when: CompiledWhen): boolean =>
    methodFits(when, start) &&
    (when.type === null || when.type === start.type) &&
    (when.path === null || when.path.find(path) !== null) &&
    when.query.every(({ name, holds }) => holds(url.searchParams.getAll(name)) !== null);
  const negativeReads = ignore.some((when) => when.body.length > 0 && fits(when));
  return signals.some(({ signal, when }) => fits(when) && (negativeReads || readsBody(signal)));
}

/** A POST may mean any method: a header or a field of its body says which. */
function methodFits({ methods }: CompiledWhen, { method }: ExchangeStart): boolean {
  return methods === null || method === 'POST' || methods.includes(method);
}
