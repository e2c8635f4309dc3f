import type { OwnRecipe } from '@/utils/activity/own-recipe';
import { readRecipe } from '@/utils/activity/read-recipe';
import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';
import type { Services } from './services';

/** Keeps a recipe that a person brought or taught; one with its id goes. A wrong one changes nothing. */
export async function keepRecipe(
  services: Services,
  text: string,
  origin: OwnRecipe['origin'],
): Promise<Result<{ readonly id: string; readonly name: string }, RecipeMistake>> {
  const read = readRecipe(text);
  if (!read.ok) return fail(read.error);
  const { id, name } = read.value;
  await services.db.recipes.put({ id, origin, recipe: read.value, addedAt: services.clock() });
  await services.recipes.renew();
  services.announce();
  return succeed({ id, name });
}

/** The text of a recipe that did not come with the package, as a file to pass on. */
export async function exportRecipe(
  services: Services,
  id: string,
): Promise<Result<{ readonly json: string }, Problem>> {
  const kept = await services.db.recipes.get(id);
  const recipe = kept?.recipe ?? (await services.recipes.current()).own.get(id)?.recipe;
  return recipe === undefined
    ? fail({ code: 'recipe-gone' })
    : succeed({ json: JSON.stringify(recipe, null, 2) });
}

/** Sites that were bound to it are recognised anew. */
export async function removeRecipe(services: Services, id: string): Promise<void> {
  await services.db.recipes.delete(id);
  await services.recipes.renew();
  services.announce();
}
