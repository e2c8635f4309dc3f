import { type ExchangeStart, usesBody } from '@/utils/activity/body-use';
import { isOpenToBind, isTrusted, recipeOf } from './recipes';
import type { Services } from './services';

/**
 * Whether a recipe that did not come with the package could use the body of what begins so: the one that is in force
 * there, or any where the site's is still to be recognised. Those of the package have filters that ask for theirs.
 */
export async function mayReadBody(services: Services, start: ExchangeStart): Promise<boolean> {
  const recipes = await services.recipes.current();
  if (recipes.own.size === 0) return false;
  const site = await services.db.sites.get(new URL(start.url).origin);
  if (site === undefined) return false;
  const bound = recipeOf(site, recipes);
  const own = [...recipes.own.values()].map(({ recipe }) => recipe);
  const inForce = isOpenToBind(site, recipes) ? own : own.filter(({ id }) => id === bound?.id);
  return inForce.some((recipe) => {
    const compiled = recipes.compiled.get(recipe.id);
    return compiled !== undefined && isTrusted(recipe, site) && usesBody(compiled, start);
  });
}
