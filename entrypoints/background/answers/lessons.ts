import { checkRecipe, type Finding } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import { findSelectors } from '@/utils/activity/html-markers';
import { readRecipe } from '@/utils/activity/read-recipe';
import { heardIn, type Teaching } from '@/utils/activity/teach/teaching';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import type { LessonView } from '@/utils/messaging/lesson-views';
import { currentTeaching, stopTeaching } from '../lessons';
import { keepRecipe } from '../own-recipes';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** A recording is shown by how far it is, and never by what it holds. */
export async function readLesson(services: Services): Reply<'lesson:read'> {
  return succeed(viewOf(await currentTeaching(services)));
}

function viewOf(teaching: Teaching | null): LessonView | null {
  if (teaching?.phase !== 'recording') return teaching;
  const { origin, system, verb, run, endsAt } = teaching.lesson;
  return { phase: 'recording', origin, system, verb, run, endsAt, heard: heardIn(teaching.lesson) };
}

/** What is wrong about the test matters here: that it is long enough, and which page it stands on, do not. */
const TELLING = ['missed', 'wrong-verb', 'false'] as const satisfies readonly Finding['kind'][];

/** Reads a recipe as the person left it, and runs the lesson's own test. */
export async function checkLesson(
  services: Services,
  { text, candidate }: { readonly text: string; readonly candidate: number },
): Reply<'lesson:check'> {
  const teaching = await currentTeaching(services);
  if (teaching?.phase !== 'proposed') return fail({ code: 'lesson-gone' });
  const fixtures = teaching.proposal.candidates[candidate]?.fixtures;
  const read = readRecipe(text);
  if (!read.ok) return succeed(fail(read.error));
  const recipes = compileRecipes([read.value]);
  const found = fixtures === undefined ? [] : checkRecipe(read.value.id, fixtures, recipes, findSelectors);
  const kinds = TELLING.filter((kind) => found.some((finding) => finding.kind === kind));
  return succeed(succeed(kinds));
}

/** Keeps the recipe beside those that were brought as a file, and has the site use it. */
export async function keepLesson(services: Services, text: string): Reply<'lesson:keep'> {
  const teaching = await currentTeaching(services);
  if (teaching?.phase !== 'proposed') return fail({ code: 'lesson-gone' });
  const kept = await keepRecipe(services, text, 'taught');
  if (!kept.ok) return succeed(kept);
  await services.db.sites.update(teaching.origin, { recipeId: kept.value.id, chosen: true, tries: true });
  await stopTeaching(services);
  return succeed(kept);
}
