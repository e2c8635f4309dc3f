import * as z from 'zod/mini';
import { VerbSchema } from '@/utils/activity/activity';

/** Where posts about something go, unless the person chooses otherwise at that post. */
export const DestinationRuleSchema = z.strictObject({
  /** Null: wherever it was done. */
  site: z.nullable(z.string()),
  /** Null: whatever was done. */
  verb: z.nullable(VerbSchema),
  communityId: z.string(),
  /** Null: the whole community. */
  placeId: z.nullable(z.string()),
});
export type DestinationRule = z.infer<typeof DestinationRuleSchema>;

/** Where posts about something go in an organisation, until the person sets it otherwise. */
export const PolicyDestinationSchema = z.object({
  site: z.optional(z.string()),
  verb: z.optional(VerbSchema),
  /** Its address. */
  community: z.string(),
  /** What the place is called; absent: the whole community. */
  place: z.optional(z.string().check(z.minLength(1))),
});
