import { writeFileSync } from 'node:fs';
import { recipeJsonSchema } from './recipe-schema';

writeFileSync('docs/recipe.schema.json', `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`);
