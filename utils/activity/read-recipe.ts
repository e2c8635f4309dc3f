import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Recipe, RecipeSchema } from './recipe';

/** A larger one is no recipe; most have 3 kB. */
const MAX_RECIPE_LENGTH = 64 * 1024;

/**
 * Reads a recipe that did not come with the package; fails with the field that is wrong (`signals.0.when.status`), with
 * `json` where the text is no JSON, with `recipe` where it is no object at all. `json:` sources are refused: a request
 * with the person's own session can change something, and nobody has looked at this one.
 */
export function readRecipe(text: string): Result<Recipe, { readonly field: string }> {
  let json: unknown;
  try {
    json = text.length > MAX_RECIPE_LENGTH ? null : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail({ field: 'json' });
  }
  const parsed = RecipeSchema.safeParse(json);
  if (parsed.success) {
    const field = lookupIn(parsed.data);
    return field === null ? succeed(parsed.data) : fail({ field });
  }
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return fail({ field: [...(issue?.path ?? []), ...unknown].join('.') || 'recipe' });
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
