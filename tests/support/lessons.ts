import type { Exchange } from '@/utils/activity/exchange';
import { hear, LESSON_MS, type Lesson, seePage } from '@/utils/activity/teach/lesson';
import { anExchange } from './exchanges';

export const SITE = 'http://dms.test';

export function aLesson(part: Partial<Lesson> = {}): Lesson {
  return {
    origin: SITE,
    tabId: 1,
    system: 'Zaaksysteem',
    verb: 'edit',
    salt: 'salt',
    run: 0,
    endsAt: LESSON_MS,
    traces: [],
    pages: [],
    ...part,
  };
}

/** A lesson in which these exchanges were heard: three times done, then cancelled. */
export function taught(runs: readonly (readonly Partial<Exchange>[])[], part: Partial<Lesson> = {}): Lesson {
  let lesson = aLesson(part);
  for (const [run, exchanges] of runs.entries()) {
    lesson = { ...lesson, run };
    for (const exchange of exchanges) lesson = hear(lesson, anExchange(exchange));
    lesson = seePage(lesson, { generator: '', title: `Dossier ${run}` });
  }
  return lesson;
}
