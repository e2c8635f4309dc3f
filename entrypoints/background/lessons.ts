import { browser } from 'wxt/browser';
import { isSignIn } from '@/utils/activity/drop-rules';
import type { Exchange, ExchangeType } from '@/utils/activity/exchange';
import { CANCEL, hear, LESSON_MS, type Lesson } from '@/utils/activity/teach/lesson';
import { heardIn, isOfLesson, nextRun, type Teaching } from '@/utils/activity/teach/teaching';
import { newSecret } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';
import { updateBadge } from './badge';
import { teaching } from './lesson-state';
import { lessonTab, lookAtPage, showTab } from './lesson-tab';
import { recipeOf } from './recipes';
import type { Services } from './services';
import { isPermitted } from './sites';
import { unattended } from './unattended';

const ALARM = 'lesson-ends';

/** What is being taught now; a lesson that has lasted too long is forgotten whole. */
export async function currentTeaching(services: Services): Promise<Teaching | null> {
  const now = await teaching.read();
  if (now?.phase !== 'recording' || services.clock() < now.lesson.endsAt) return now;
  await stopTeaching(services);
  return null;
}

/** Whether a lesson is going on: everything else on its tab waits. */
export async function isTaught(
  services: Services,
  exchange: Pick<Exchange, 'tabId' | 'url'>,
): Promise<boolean> {
  return isOfLesson(await teaching.read(), exchange, services.clock());
}

/** Whether the body of what begins so may be looked at for the names of its fields; that of a sign-in never. */
export async function mayReadForLesson(
  services: Services,
  start: { readonly url: string; readonly type: ExchangeType },
  tabId: number,
): Promise<boolean> {
  return !isSignIn(start.url) && (await isTaught(services, { url: start.url, tabId }));
}

/** Keeps how an exchange of the lesson looked; true where it was one, and nobody's activity. */
export async function hearExchange(services: Services, exchange: Exchange): Promise<boolean> {
  if (!(await isTaught(services, exchange))) return false;
  let heard = false;
  await teaching.change((now) => {
    if (now?.phase !== 'recording') return now;
    const lesson = hear(now.lesson, exchange);
    heard = lesson !== now.lesson;
    return { ...now, lesson };
  });
  if (heard) services.announce();
  return true;
}

/** Begins on a site that the person allowed, in a tab that shows it. Whatever was taught and not used is forgotten. */
export async function startTeaching(
  services: Services,
  { origin, system, verb }: Pick<Lesson, 'origin' | 'system' | 'verb'>,
): Promise<Result<null, Problem>> {
  const site = await services.db.sites.get(origin);
  if (site === undefined || !(await isPermitted(origin))) return fail({ code: 'lesson-not-allowed' });
  const tabId = await lessonTab(origin);
  if (tabId === null) return fail({ code: 'lesson-tab-gone' });
  const endsAt = services.clock() + LESSON_MS;
  const lesson: Lesson = {
    origin,
    tabId,
    system,
    verb,
    salt: newSecret(),
    run: 0,
    endsAt,
    traces: [],
    pages: [],
  };
  await teaching.change(() => ({ phase: 'recording', lesson }));
  await browser.alarms.create(ALARM, { when: endsAt });
  await changed(services);
  await showTab(tabId);
  return succeed(null);
}

/** The person says that they did it, or cancelled it; `run` is the one that they were shown. */
export async function endRun(services: Services, run: number): Promise<Result<null, Problem>> {
  const now = await currentTeaching(services);
  if (now?.phase !== 'recording') return fail({ code: 'lesson-gone' });
  const { tabId, origin } = now.lesson;
  if (run !== now.lesson.run) return succeed(null); // pressed twice, or in two places: once is meant
  const page = await lookAtPage(tabId, origin);
  if (page === null) {
    await stopTeaching(services);
    return fail({ code: 'lesson-tab-gone' });
  }
  if (run < CANCEL && heardIn(now.lesson) === 0) return fail({ code: 'lesson-nothing-seen' });
  const before = await taughtBefore(services, origin);
  await teaching.change((current) =>
    current?.phase === 'recording' && current.lesson.run === run
      ? nextRun(current.lesson, page, before)
      : current,
  );
  if (run === CANCEL) await browser.alarms.clear(ALARM);
  await changed(services);
  return succeed(null);
}

/** What somebody taught us of this site earlier: what they teach now is added to it. */
async function taughtBefore(services: Services, origin: string) {
  const recipes = await services.recipes.current();
  const recipe = recipeOf(await services.db.sites.get(origin), recipes);
  return recipe !== null && recipes.own.get(recipe.id)?.origin === 'taught' ? recipe : null;
}

/** Ends and forgets all of it, or only what is about `site`. Safe to run at any moment. */
export async function stopTeaching(services: Services, site?: string): Promise<void> {
  const now = await teaching.read();
  if (now === null || (site !== undefined && originOf(now) !== site)) return;
  await teaching.change(() => null);
  await browser.alarms.clear(ALARM);
  await changed(services);
}

function originOf(now: Teaching): string {
  return now.phase === 'recording' ? now.lesson.origin : now.origin;
}

let watcher = (): void => undefined;

/** `onChange` is told when a lesson begins or ends; a lesson that lasts too long ends by itself. */
export function watchLessons(services: Services, onChange: () => void): void {
  watcher = () => onChange();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) unattended(currentTeaching(services));
  });
}

async function changed(services: Services): Promise<void> {
  watcher();
  await updateBadge(services);
  services.announce();
}
