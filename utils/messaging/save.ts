import * as z from 'zod/mini';
import { PracticeSchema } from '@/utils/practice/practice';

/** What was typed, on its way to the disk. */
export const SaveSchema = z.strictObject({
  draftId: z.string(),
  /** The revision that the person was looking at. */
  revision: z.int(),
  practice: PracticeSchema,
  communityId: z.nullable(z.string()),
  /** What this window saved before and heard no answer about. */
  unanswered: z.optional(z.array(PracticeSchema).check(z.maxLength(50))),
  /** The id that the text gets as a draft of its own, should another window have changed the draft. */
  spareId: z.optional(z.string().check(z.minLength(1))),
});
