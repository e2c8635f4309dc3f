import * as z from 'zod/mini';
import { AskingHoursSchema } from '@/utils/settings/asking';
import { ForgottenSchema, SensitivePagesSchema, SettingsSchema } from '@/utils/settings/settings';
import type { AskingStory } from './asking-views';
import { nothing, page, row } from './row';

/** What a person chooses and reads about being asked. */
export const ASKING_MESSAGES = {
  'asking:save': row(
    page,
    z.strictObject({ hours: AskingHoursSchema, perWeek: SettingsSchema.shape.perWeek }),
  ),
  /** Something that was learned holds no more. */
  'asking:forget': row(page, ForgottenSchema),
  /** Why they were asked or not on a site, lately; without a site only how matters stand. */
  'asking:story': row(page, z.strictObject({ site: z.optional(z.string()) })),
  /** They answered the offer to stop asking: it does not come back for this row of "not now". */
  'asking:go-on': row(page, nothing),
  'asking:stop': row(page, nothing),
  /** The only message with the path of a page: sent by the press that was told so. */
  'sensitive:add': row(page, SensitivePagesSchema),
  'sensitive:remove': row(page, SensitivePagesSchema),
};

export interface AskingReplies {
  'asking:save': null;
  'asking:forget': null;
  'asking:story': AskingStory;
  'asking:go-on': null;
  'asking:stop': null;
  'sensitive:add': null;
  'sensitive:remove': null;
}
