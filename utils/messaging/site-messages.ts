import * as z from 'zod/mini';
import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import type { Result } from '@/utils/kernel/result';
import { page, row } from './row';

const byRecipe = z.strictObject({ recipeId: z.string() });
const byOrigin = z.strictObject({ origin: z.string() });

/** Where activities are recognised, and by which recipes. */
export const SITE_MESSAGES = {
  'site:expect': row(page, z.strictObject({ origins: z.array(z.string()) })),
  'site:remove': row(page, byOrigin),
  /** The person says which recipe holds on a site; null for none. */
  'site:choose': row(page, z.strictObject({ origin: z.string(), recipeId: z.nullable(z.string()) })),
  /** Leaves that to what the site shows again. */
  'site:recognise': row(page, byOrigin),
  /** Whether to ask there although the recipe is not sure of its system. */
  'site:try': row(page, z.strictObject({ origin: z.string(), tries: z.boolean() })),
  'recipe:add': row(page, z.strictObject({ text: z.string() })),
  'recipe:export': row(page, byRecipe),
  'recipe:remove': row(page, byRecipe),
};

export interface SiteReplies {
  'site:expect': null;
  'site:remove': null;
  'site:choose': null;
  'site:recognise': null;
  'site:try': null;
  /** A recipe that is wrong changes nothing, and is told of as such. */
  'recipe:add': Result<{ readonly id: string; readonly name: string }, RecipeMistake>;
  'recipe:export': { readonly json: string };
  'recipe:remove': null;
}
