import type { Verb } from '@/utils/activity/activity';

/** What can be shown, the commonest first. */
export const TEACHABLE = [
  'edit',
  'upload',
  'publish',
  'approve',
  'move',
  'tag',
  'share',
  'delete',
  'checkin',
  'task',
  'close',
] as const satisfies readonly Verb[];
export type Teachable = (typeof TEACHABLE)[number];
