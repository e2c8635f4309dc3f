import * as z from 'zod/mini';
import type { SharedView } from './library-views';
import { page, row } from './row';
import type { ResponseView } from './shared-views';

const composer = ['frame', 'page'] as const;
const byShared = z.strictObject({ sharedId: z.string() });
/** A reply, and the own post that it stands under. */
const reply = { entryId: z.string(), postId: z.string() } as const;

/** What others asked and shared, and what came back on one's own posts. */
export const SHARED_MESSAGES = {
  /** Open questions that fit what the person just did; with an entry, also what that says. */
  'question:open': row(composer, z.strictObject({ entryId: z.optional(z.string()) })),
  /** Begins, or goes on with, an answer to a question, or what one adds to a practice. */
  'shared:answer': row(composer, byShared),
  /** Begins, or goes on with, a line about what came of it. */
  'shared:reuse': row(composer, byShared),
  /** Thanks leave at once. Not from a frame: a page could cover it and steal the click. */
  'shared:thank': row(page, z.strictObject({ sharedId: z.string(), on: z.boolean() })),

  /** What came back on all one's posts, or on one; in a frame only on its own. */
  'responses:read': row(composer, z.strictObject({ entryId: z.optional(z.string()) })),
  /** The person saw so many thanks, and replies up to a moment (epoch ms). */
  'responses:told': row(page, z.strictObject({ entryId: z.string(), thanks: z.int(), at: z.number() })),
  'reply:answer': row(composer, z.strictObject(reply)),
  'reply:thank': row(page, z.strictObject({ ...reply, on: z.boolean() })),
};

export interface SharedReplies {
  'question:open': readonly SharedView[];
  'shared:answer': { readonly draftId: string };
  'shared:reuse': { readonly draftId: string };
  'shared:thank': null;
  'responses:read': readonly ResponseView[];
  'responses:told': null;
  'reply:answer': { readonly draftId: string };
  'reply:thank': null;
}
