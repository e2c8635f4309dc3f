import * as z from 'zod/mini';
import { showableValue } from './body-values';
import type { CompiledRecipes, CompiledWhen } from './compile';
import { mayBeActivity } from './drop-rules';
import type { Exchange } from './exchange';
import type { Captures } from './glob-walk';
import { matchWhen, Reading } from './match';
import { capturesIn, fieldsIn } from './recipe-rules';
import { type Recognition, toRecognition } from './recognise';

const TextsSchema = z.record(z.string(), z.string());

/**
 * What is kept, for the session alone, of a request whose answer takes longer than a worker lives, such as a large
 * upload: which signals its answer may still prove, and only what their titles and links name.
 */
export const PendingSchema = z.strictObject({
  signals: z.array(
    z.strictObject({ recipeId: z.string(), index: z.int(), captures: TextsSchema, prefix: z.string() }),
  ),
  /** Negatives that the answer may still complete. */
  ignore: z.array(z.strictObject({ recipeId: z.string(), index: z.int() })),
  fields: TextsSchema,
});
export type Pending = z.infer<typeof PendingSchema>;

/** What the answer decides is left open. */
function requestHalf(when: CompiledWhen): CompiledWhen {
  return { ...when, status: null, redirect: null, res: [] };
}

/** What the request decided is left out. */
function answerHalf(when: CompiledWhen): CompiledWhen {
  return { ...when, methods: null, type: null, path: null, initiator: null, query: [], header: [], body: [] };
}

function isOpen({ status, redirect, res }: CompiledWhen): boolean {
  return status !== null || redirect !== null || res.length > 0;
}

/** What to keep of a request without an answer; null where no answer could make it an activity. */
export function keepPending(request: Exchange, recipes: CompiledRecipes): Pending | null {
  const reading = new Reading(request);
  const signals: Pending['signals'] = [];
  const ignore: Pending['ignore'] = [];
  const fields: Record<string, string> = {};
  for (const [recipeId, compiled] of recipes) {
    const negatives = compiled.ignore.flatMap((when, index) =>
      matchWhen(requestHalf(when), reading).ok ? [{ when, index }] : [],
    );
    if (negatives.some(({ when }) => !isOpen(when))) continue;
    for (const [index, { signal, when }] of compiled.signals.entries()) {
      const match = matchWhen(requestHalf(when), reading);
      if (!match.ok) continue;
      const sources = [...(signal.title ?? []), ...(signal.link ?? [])];
      const captures = pick(match.captures, sources.flatMap(capturesIn));
      signals.push({ recipeId, index, captures, prefix: match.prefix });
      for (const name of sources.flatMap(fieldsIn)) {
        const value = showableValue(request.body, name);
        if (value !== undefined) fields[name] = value;
      }
    }
    ignore.push(...negatives.map(({ index }) => ({ recipeId, index })));
  }
  return signals.length === 0 ? null : { signals, ignore, fields };
}

function pick(captures: Captures, names: readonly string[]): Record<string, string> {
  const wanted = names.flatMap((name) => {
    const value = captures[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(wanted);
}

/** What the answer proves, of what was kept of its request. `answer` has neither body nor request headers. */
export function recognisePending(
  pending: Pending,
  answer: Exchange,
  recipes: CompiledRecipes,
  boundId: string,
): Recognition | null {
  const compiled = recipes.get(boundId);
  if (compiled === undefined || !mayBeActivity(answer)) return null;
  const fields = Object.entries(pending.fields).map(([name, value]) => [name, [value]] as const);
  const body = { kind: 'form', fields: Object.fromEntries(fields) } as const;
  const reading = new Reading({ ...answer, body });
  const answered = (when: CompiledWhen | undefined) =>
    when === undefined ? null : matchWhen(answerHalf(when), reading);
  const own = <Kept extends { recipeId: string }>(kept: readonly Kept[]): Kept[] =>
    kept.filter(({ recipeId }) => recipeId === boundId);
  if (own(pending.ignore).some(({ index }) => answered(compiled.ignore[index])?.ok === true)) return null;
  for (const { index, captures, prefix } of own(pending.signals)) {
    const known = compiled.signals[index];
    const match = answered(known?.when);
    if (known === undefined || match?.ok !== true) continue;
    return toRecognition(compiled, known.signal, reading, {
      captures: { ...captures, ...match.captures },
      prefix,
    });
  }
  return null;
}
