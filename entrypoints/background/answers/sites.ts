import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { bindRecipe } from '../bind-recipe';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** The person's word goes before anything that a site shows. */
export async function choose(
  services: Services,
  origin: string,
  recipeId: string | null,
): Reply<'site:choose'> {
  await services.db.sites.update(origin, { recipeId, chosen: true, tries: false });
  services.announce();
  return succeed(null);
}

/** Looks at once where a tab shows the site, else at the first thing that somebody does there. */
export async function recogniseAgain(services: Services, origin: string): Reply<'site:recognise'> {
  await services.db.sites.update(origin, { recipeId: null, chosen: false, tries: false });
  await bindRecipe(services, origin);
  services.announce();
  return succeed(null);
}

export async function setTries(services: Services, origin: string, tries: boolean): Reply<'site:try'> {
  await services.db.sites.update(origin, { tries });
  services.announce();
  return succeed(null);
}
