import { requestFilters } from '@/utils/activity/filters';
import type { Recipe } from '@/utils/activity/recipe';
import { type RecipesInForce, recipesInForce } from '@/utils/activity/recipes-in-force';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import type { Policy, Site } from '@/utils/settings/settings';
import type { Database } from '@/utils/storage/database';

/** What the browser tells about from the first moment: it cannot wait until storage has been read. */
export const FILTERS = requestFilters(SHIPPED_RECIPES);

/** The recipes that count now. */
export interface LiveRecipes {
  current(): Promise<RecipesInForce>;
  /** Reads anew what is kept and what policy says, and tells the watcher. To be called after a change of either. */
  renew(): Promise<RecipesInForce>;
  /** Told at every renewal. One at most: the listeners of the network. */
  watch(watcher: (recipes: RecipesInForce) => void): void;
}

/** Nothing is read before the first question. */
export function createLiveRecipes(db: Database, policy: () => Promise<Policy>): LiveRecipes {
  let reading: Promise<RecipesInForce> | null = null;
  let watcher: (recipes: RecipesInForce) => void = () => undefined;
  const renew = async (): Promise<RecipesInForce> => {
    const read = readInForce(db, policy);
    reading = read;
    read.catch(() => {
      if (reading === read) reading = null; // a disk that refused is asked again
    });
    const recipes = await read;
    if (reading === read) watcher(recipes); // else a later renewal tells it
    return recipes;
  };
  return {
    current: () => reading ?? renew(),
    renew,
    watch: (next) => {
      watcher = next;
    },
  };
}

async function readInForce(db: Database, policy: () => Promise<Policy>): Promise<RecipesInForce> {
  const [kept, { recipes = [] }] = await Promise.all([db.recipes.orderBy('id').toArray(), policy()]);
  return recipesInForce({ shipped: SHIPPED_RECIPES, policy: recipes, kept });
}

/** The recipe that a site is bound to; null where none is, or where it is not in force any more. */
export function recipeOf(site: Site | undefined, { compiled }: RecipesInForce): Recipe | null {
  return compiled.get(site?.recipeId ?? '')?.recipe ?? null;
}

/** Whether a site's recipe is still to be recognised: the person may have said which, or that it has none. */
export function isOpenToBind(site: Site, recipes: RecipesInForce): boolean {
  const wantsNone = site.chosen && site.recipeId === null;
  return !wantsNone && recipeOf(site, recipes) === null;
}

/** Whether a recipe that is bound to a site may lead to a prompt: one that is not sure, only where the person said so. */
export function isTrusted({ confidence }: Recipe, { tries }: Site): boolean {
  return confidence !== 'low' || tries;
}
