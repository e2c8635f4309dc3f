import * as z from 'zod/mini';
import { DestinationRuleSchema } from '@/utils/settings/settings';
import type { DestinationsView, PlatformView, ShareView, StandingView } from './community-views';
import { page, row } from './row';

const { site, verb, communityId } = DestinationRuleSchema.shape;

/** What is connected, how it is doing, and where posts go by themselves. */
export const STANDING_MESSAGES = {
  /** Every kind of platform that we speak to. */
  'platforms:read': row(page, z.strictObject({})),
  'community:standings': row(page, z.strictObject({})),
  /** What is meant for it waits, until that is ended; nothing else does. */
  'community:pause': row(page, z.strictObject({ communityId, paused: z.boolean() })),
  /** Words and links with which colleagues are told of it. */
  'community:share': row(page, z.strictObject({ communityId })),
  'destinations:read': row(page, z.strictObject({})),
  'destination:choose': row(page, DestinationRuleSchema),
  'destination:forget': row(page, z.strictObject({ site, verb })),
};

export interface StandingReplies {
  'platforms:read': readonly PlatformView[];
  'community:standings': readonly StandingView[];
  'community:pause': null;
  'community:share': ShareView;
  'destinations:read': DestinationsView;
  'destination:choose': null;
  'destination:forget': null;
}
