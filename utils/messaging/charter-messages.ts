import * as z from 'zod/mini';
import { CharterSchema } from '@/utils/practice/channels';
import { page, row } from './row';

/** What goes where, and what a person makes of a hint that something goes elsewhere. */
export const CHARTER_MESSAGES = {
  'charter:save': row(page, z.strictObject({ charter: CharterSchema })),
  /** This draft belongs here after all: the compass says no more about it. */
  'compass:stay': row(['frame', 'page'], z.strictObject({ draftId: z.string() })),
};

export interface CharterReplies {
  'charter:save': null;
  'compass:stay': null;
}
