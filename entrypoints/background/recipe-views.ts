import type { Recipe } from '@/utils/activity/recipe';
import type { RecipesInForce } from '@/utils/activity/recipes-in-force';
import type { RecipeRow, SystemView } from '@/utils/messaging/site-views';
import type { SettingsView } from '@/utils/messaging/views';
import type { Site } from '@/utils/settings/settings';
import { recipeOf } from './recipes';

export function systemView({ id, name, tested = [], confidence }: Recipe): SystemView {
  return { id, name, tested, sure: confidence !== 'low' };
}

/** The system that a site is bound to; null where none is. */
export function siteSystem(site: Site | undefined, recipes: RecipesInForce): SystemView | null {
  const recipe = recipeOf(site, recipes);
  return recipe === null ? null : systemView(recipe);
}

/** What can be chosen for a site, and what did not come with the package: refused ones first. */
export function recipeViews({
  compiled,
  own,
  refused,
}: RecipesInForce): Pick<SettingsView, 'systems' | 'recipes'> {
  const systems = [...compiled.values()].map(({ recipe }) => systemView(recipe));
  const wrong = refused.map(({ origin, name, mistake }): RecipeRow => ({ id: name, name, origin, mistake }));
  const used = [...own.values()].map(
    ({ origin, recipe }): RecipeRow => ({ id: recipe.id, name: recipe.name, origin, mistake: null }),
  );
  return { systems: systems.sort((a, b) => a.name.localeCompare(b.name)), recipes: [...wrong, ...used] };
}
