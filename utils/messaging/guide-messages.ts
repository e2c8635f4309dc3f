import * as z from 'zod/mini';
import type { GuideMasked, GuidePractice } from './guide-views';
import { nothing, page, row } from './row';

const LONGEST_REHEARSAL = 2_000;

export const GUIDE_MESSAGES = {
  /** What the guard says of a text that is only practised with: nothing of it is kept. */
  'rehearsal:look': row(page, z.strictObject({ text: z.string().check(z.maxLength(LONGEST_REHEARSAL)) })),
  /** What others shared, for whoever comes to look. */
  'guide:practices': row(page, nothing),
};

export interface GuideReplies {
  'rehearsal:look': GuideMasked;
  'guide:practices': { readonly practices: readonly GuidePractice[] };
}
