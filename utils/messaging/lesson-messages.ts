import * as z from 'zod/mini';
import { VerbSchema } from '@/utils/activity/activity';
import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import type { Result } from '@/utils/kernel/result';
import type { LessonFinding, LessonView } from './lesson-views';
import { nothing, page, row } from './row';

/** Somebody shows us what they do on a site. Only from the extension's own pages: no site may begin or hear one. */
export const LESSON_MESSAGES = {
  'lesson:start': row(
    page,
    z.strictObject({
      origin: z.string(),
      system: z.string().check(z.minLength(1), z.maxLength(100)),
      verb: VerbSchema,
    }),
  ),
  'lesson:read': row(page, nothing),
  /** They did it, or cancelled it. `run` is the one that they were shown: pressed twice, none is skipped. */
  'lesson:next': row(page, z.strictObject({ run: z.int() })),
  'lesson:stop': row(page, nothing),
  'lesson:check': row(page, z.strictObject({ text: z.string(), candidate: z.int() })),
  'lesson:keep': row(page, z.strictObject({ text: z.string() })),
};

export interface LessonReplies {
  'lesson:start': null;
  'lesson:read': LessonView | null;
  'lesson:next': null;
  'lesson:stop': null;
  /** How the lesson's own test fails; empty where all is well. A recipe that is wrong is told of as such. */
  'lesson:check': Result<readonly LessonFinding[], RecipeMistake>;
  'lesson:keep': Result<{ readonly id: string; readonly name: string }, RecipeMistake>;
}
