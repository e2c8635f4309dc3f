import * as z from 'zod/mini';
import { VerbSchema } from '../activity';
import type { Exchange } from '../exchange';
import type { Recipe } from '../recipe';
import { CANCEL, type Lesson, LessonSchema, seePage } from './lesson';
import { ProposalSchema } from './proposal';
import { propose } from './propose';

/** A lesson that goes on, or what came of it: nothing of the lesson itself outlives its end. */
export const TeachingSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('recording'), lesson: LessonSchema }),
  z.strictObject({
    phase: z.literal('proposed'),
    origin: z.string(),
    system: z.string(),
    verb: VerbSchema,
    proposal: ProposalSchema,
  }),
]);
export type Teaching = z.infer<typeof TeachingSchema>;

/** Whether an exchange belongs to a lesson: the person is showing us something, and means nothing by it. */
export function isOfLesson(
  teaching: Teaching | null,
  { tabId, url }: Pick<Exchange, 'tabId' | 'url'>,
  now: number,
): boolean {
  if (teaching?.phase !== 'recording') return false;
  const { lesson } = teaching;
  return tabId === lesson.tabId && now < lesson.endsAt && new URL(url).origin === lesson.origin;
}

/** How many requests that send something the run has shown so far. */
export function heardIn({ traces, run }: Lesson): number {
  return traces.filter((trace) => trace.run === run).length;
}

/** The person says that a run is over: the next one begins, or the lesson ends in a proposal. */
export function nextRun(
  lesson: Lesson,
  page: { readonly generator: string; readonly title: string },
  before: Recipe | null,
): Teaching {
  const seen = seePage(lesson, page);
  if (lesson.run < CANCEL) return { phase: 'recording', lesson: { ...seen, run: lesson.run + 1 } };
  const { origin, system, verb } = lesson;
  return { phase: 'proposed', origin, system, verb, proposal: propose(seen, before) };
}
