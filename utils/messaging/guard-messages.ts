import * as z from 'zod/mini';
import { OverrideSchema } from '@/utils/privacy/override';
import { type Caller, row } from './row';

const composer: readonly Caller[] = ['frame', 'page'];

export const GUARD_MESSAGES = {
  /** The person lets something stand in a draft, and says why; the reason is kept here and nowhere else. */
  'draft:override': row(composer, z.extend(OverrideSchema, { draftId: z.string() })),
};

export interface GuardReplies {
  'draft:override': null;
}
