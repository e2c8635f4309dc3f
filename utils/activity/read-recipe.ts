import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Recipe, RecipeSchema } from './recipe';
import { mistakeOf, type RecipeMistake } from './recipe-mistakes';

/** A larger one is no recipe; most have 3 kB. */
const MAX_RECIPE_LENGTH = 64 * 1024;

/**
 * Reads the text of a recipe that did not come with the package; fails with what is wrong and where
 * (`signals.0.when.status`). `json:` sources are refused: a request with the person's own session can change something,
 * and nobody has looked at this one.
 */
export function readRecipe(text: string): Result<Recipe, RecipeMistake> {
  if (text.length > MAX_RECIPE_LENGTH) return tooLarge();
  try {
    return check(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return fail({ code: 'json', field: 'json', detail: '' });
  }
}

/** The same for one that is JSON already, as a policy or the database has it. */
export function readRecipeValue(json: unknown): Result<Recipe, RecipeMistake> {
  return (JSON.stringify(json) ?? '').length > MAX_RECIPE_LENGTH ? tooLarge() : check(json);
}

function tooLarge(): Result<never, RecipeMistake> {
  return fail({ code: 'too-large', field: 'recipe', detail: `${MAX_RECIPE_LENGTH / 1024} kB` });
}

function check(json: unknown): Result<Recipe, RecipeMistake> {
  const parsed = RecipeSchema.safeParse(json);
  if (parsed.success) {
    const field = lookupIn(parsed.data);
    return field === null ? succeed(parsed.data) : fail({ code: 'lookup', field, detail: '' });
  }
  const [issue] = parsed.error.issues;
  return fail(issue === undefined ? { code: 'recipe', field: 'recipe', detail: '' } : mistakeOf(issue, json));
}

function lookupIn({ signals }: Recipe): string | null {
  for (const [index, signal] of signals.entries()) {
    for (const use of ['title', 'link'] as const) {
      const source = (signal[use] ?? []).findIndex((each) => each.startsWith('json:'));
      if (source !== -1) return `signals.${index}.${use}.${source}`;
    }
  }
  return null;
}
