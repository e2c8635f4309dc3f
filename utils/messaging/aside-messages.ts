import * as z from 'zod/mini';
import type { AsideView } from './aside-views';
import { nothing, page, row } from './row';

/** What the disk did to a person's data, and what they want done about it. */
export const ASIDE_MESSAGES = {
  /** What could not be read and was put aside; asking for it counts as having looked. */
  'aside:show': row(page, nothing),
  'aside:export': row(page, nothing),
  /** Removes what was put aside up to a moment (epoch ms), for good. */
  'aside:remove': row(page, z.strictObject({ upTo: z.number() })),
  /** The person read that the browser lost everything. */
  'loss:read': row(page, nothing),
};

export interface AsideReplies {
  'aside:show': AsideView;
  'aside:export': { readonly json: string };
  'aside:remove': null;
  'loss:read': null;
}
