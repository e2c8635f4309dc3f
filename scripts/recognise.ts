import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileRecipes } from '@/utils/activity/compile';
import { nearestSignal } from '@/utils/activity/explain';
import { readHar } from '@/utils/activity/har';
import { readRecipe } from '@/utils/activity/read-recipe';
import type { Recipe } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { bindOrigins, recogniseRecording } from '@/utils/activity/recognise-har';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { terminalText } from './terminal-text';
import { wrongRecipe } from './wrong-recipe';

const { t } = terminalText();

/** One clear sentence, and out. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return stop(t('recognise.no-file', { file: path }));
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { recipe: { type: 'string' }, explain: { type: 'boolean', default: false } },
    });
  } catch {
    return stop(t('recognise.usage'));
  }
}

/** A recipe that somebody is writing, from a file; it goes before a shipped one with its id. */
function readOwnRecipe(path: string): Recipe {
  const recipe = readRecipe(readFile(path));
  return recipe.ok ? recipe.value : stop(wrongRecipe(t, path, recipe.error));
}

const { positionals, values } = readArguments();
const file = positionals[0] ?? stop(t('recognise.usage'));
const own = values.recipe?.endsWith('.json') ? readOwnRecipe(values.recipe) : null;
const recipes = compileRecipes(own === null ? SHIPPED_RECIPES : [...SHIPPED_RECIPES, own]);
const forced = own?.id ?? values.recipe ?? null;
if (forced !== null && !recipes.has(forced)) {
  stop(t('recognise.no-recipe', { recipe: forced, known: [...recipes.keys()].join(', ') }));
}

const recording = readHar(readFile(file));
if (!recording.ok) {
  const { field } = recording.error;
  stop(field === 'json' ? t('recognise.no-json', { file }) : t('recognise.no-har', { file, field }));
}

for (const activity of recogniseRecording(recording.value, recipes, forced)) {
  console.log(JSON.stringify(activity));
}

if (values.explain) {
  const bound = bindOrigins(recording.value, recipes);
  for (const { exchange, entry } of recording.value) {
    const { origin, pathname } = new URL(exchange.url);
    const systemId = forced ?? bound.get(origin) ?? recognise(exchange, recipes, null)?.recipeId;
    const system = recipes.get(systemId ?? '');
    const nearest = nearestSignal(exchange, system === undefined ? [...recipes.values()] : [system]);
    if (nearest === null) continue;
    const { recipeId, verb, failed } = nearest;
    const matched = system === undefined ? 'site' : 'matched';
    const why = failed.length === 0 ? matched : failed.join(', ');
    console.error(`${entry} ${exchange.method} ${pathname} ${exchange.status} — ${recipeId} ${verb}: ${why}`);
  }
}
