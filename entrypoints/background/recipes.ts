import { compileRecipes } from '@/utils/activity/compile';
import { requestFilters } from '@/utils/activity/filters';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';

/** Compiled once, as the worker starts: matching must not wait for storage. */
export const RECIPES = compileRecipes(SHIPPED_RECIPES);

export const FILTERS = requestFilters(SHIPPED_RECIPES);

/** What people call the system behind a recipe; null where none is bound. */
export function recipeName(recipeId: string | null): string | null {
  return recipeId === null ? null : (RECIPES.get(recipeId)?.recipe.name ?? null);
}
