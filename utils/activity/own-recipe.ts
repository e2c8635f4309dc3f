import * as z from 'zod/mini';

/**
 * A recipe that a person brought (`file`) or had made by showing (`taught`), as it is kept. `recipe` is what they gave,
 * to the letter: it is read anew at every start, for the language of recipes may have changed since.
 */
export const OwnRecipeSchema = z.strictObject({
  /** The recipe's own id: bringing it again replaces it. */
  id: z.string(),
  origin: z.enum(['file', 'taught']),
  recipe: z.unknown(),
  /** Epoch ms. */
  addedAt: z.number(),
});
export type OwnRecipe = z.infer<typeof OwnRecipeSchema>;

/** Where a recipe came from. */
export type RecipeOrigin = 'shipped' | 'policy' | OwnRecipe['origin'];
