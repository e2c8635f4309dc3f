import { type CompiledRecipes, compileRecipes } from './compile';
import type { OwnRecipe, RecipeOrigin } from './own-recipe';
import { readRecipe, readRecipeValue } from './read-recipe';
import type { Recipe } from './recipe';
import type { RecipeMistake } from './recipe-mistakes';

/** A recipe that is not used, and why. The others are. */
export interface RefusedRecipe {
  readonly origin: RecipeOrigin;
  /** Its id where it has one; else its place in the policy, from 1. */
  readonly name: string;
  readonly mistake: RecipeMistake;
}

/** Every recipe that counts, ready to match. */
export interface RecipesInForce {
  readonly compiled: CompiledRecipes;
  /** Those that did not come with the package. */
  readonly own: ReadonlyMap<string, { readonly recipe: Recipe; readonly origin: RecipeOrigin }>;
  readonly refused: readonly RefusedRecipe[];
}

interface Sources {
  readonly shipped: readonly Recipe[];
  /** What an administrator set: recipes, or their text. */
  readonly policy: readonly unknown[];
  readonly kept: readonly OwnRecipe[];
}

/** Of several with one id the organisation's goes before the person's, and both before the shipped one. */
export function recipesInForce({ shipped, policy, kept }: Sources): RecipesInForce {
  const read = [
    ...kept.map(({ id, origin, recipe }) => ({ origin, name: id, result: readRecipeValue(recipe) })),
    ...policy.map((given, index) => ({
      origin: 'policy' as const,
      name: nameOf(given) ?? String(index + 1),
      result: typeof given === 'string' ? readRecipe(given) : readRecipeValue(given),
    })),
  ];
  const own = new Map(
    read.flatMap(({ origin, result }) =>
      result.ok ? [[result.value.id, { recipe: result.value, origin }] as const] : [],
    ),
  );
  return {
    compiled: compileRecipes([...shipped, ...[...own.values()].map(({ recipe }) => recipe)]),
    own,
    refused: read.flatMap(({ origin, name, result }) =>
      result.ok ? [] : [{ origin, name, mistake: result.error }],
    ),
  };
}

/** What it calls itself, also where the rest of it is wrong. */
function nameOf(given: unknown): string | null {
  if (typeof given === 'string') {
    const [, id] = /"id"\s*:\s*"([\w-]{1,40})"/.exec(given) ?? [];
    return id ?? null;
  }
  const id = typeof given === 'object' && given !== null ? (given as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.slice(0, 40) : null;
}
