import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { checkRecipe, type Finding } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import { requestFilters, wakes } from '@/utils/activity/filters';
import { type Fixtures, FixturesSchema } from '@/utils/activity/fixtures';
import { readRecipe } from '@/utils/activity/read-recipe';
import type { Recipe } from '@/utils/activity/recipe';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { terminalText } from './terminal-text';
import { wrongRecipe } from './wrong-recipe';

const { t } = terminalText();
const FIXTURES = 'tests/activity/recipes/fixtures';

/** One clear sentence, and out. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return stop(t('recipes-check.no-file', { file }));
  }
}

function readFixtures(file: string): Fixtures {
  let json: unknown;
  try {
    json = JSON.parse(readFile(file));
  } catch {
    return stop(t('recipes-check.wrong', { file, field: 'json' }));
  }
  const parsed = FixturesSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  return stop(t('recipes-check.wrong', { file, field: parsed.error.issues[0]?.path.join('.') ?? 'json' }));
}

function readOwn(file: string): Recipe {
  const read = readRecipe(readFile(file));
  return read.ok ? read.value : stop(wrongRecipe(t, file, read.error));
}

/** As a browser finds them: every selector, not only those that a recording's text can tell. */
function findSelectors(html: string, selectors: readonly string[]): Set<string> {
  const window = new Window();
  const { document } = window;
  document.write(html);
  const found = selectors.filter((selector) => document.querySelector(selector) !== null);
  void window.happyDOM.close();
  return new Set(found);
}

function row(recipe: Recipe, { positives, negatives, reading }: Fixtures): string {
  const { hops } = requestFilters([recipe]);
  const woken = reading.filter((request) => wakes(hops, request)).length;
  return t('recipes-check.recipe', {
    recipe: recipe.id,
    signals: recipe.signals.length,
    positives: positives.length,
    negatives: negatives.length,
    woken,
    reading: reading.length,
    tested: recipe.tested?.join(', ') || t('recipes-check.untested'),
  });
}

const [ownRecipe, ownFixtures, ...more] = process.argv.slice(2);
if (more.length > 0 || (ownRecipe !== undefined && ownFixtures === undefined)) stop(t('recipes-check.usage'));
const own = ownRecipe === undefined ? null : readOwn(ownRecipe);
const known = compileRecipes(own === null ? SHIPPED_RECIPES : [...SHIPPED_RECIPES, own]);
const findings: Finding[] = [];
for (const recipe of own === null ? SHIPPED_RECIPES : [own]) {
  const fixtures = readFixtures(ownFixtures ?? `${FIXTURES}/${recipe.id}.json`);
  const found = checkRecipe(recipe.id, fixtures, known, findSelectors);
  console.log(row(recipe, fixtures));
  for (const { kind, ...rest } of found) console.log(`  ✗ ${t(`recipes-check.${kind}`, rest)}`);
  findings.push(...found);
}
console.log(
  findings.length === 0
    ? t('recipes-check.all-well')
    : t('recipes-check.not-well', { count: findings.length }),
);
process.exitCode = findings.length === 0 ? 0 : 1;
