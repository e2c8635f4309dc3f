import * as z from 'zod/mini';
import { AudienceSchema } from '@/utils/outbox/entry';
import { nothing, page, row } from './row';
import { SaveSchema } from './save';
import type { DraftRow, DraftView, EntryView, SavedView } from './views';

const byDraft = z.strictObject({ draftId: z.string() });
const composer = ['frame', 'page'] as const;

/** Messages about what is being written. */
export const DRAFT_MESSAGES = {
  'draft:open': row(
    composer,
    z.strictObject({ ticket: z.optional(z.string()), draftId: z.optional(z.string()) }),
  ),
  'draft:new': row(page, z.strictObject({ kind: z.optional(z.literal('question')) })),
  /** Not from a frame: that has its own draft only. */
  'drafts:list': row(page, nothing),
  /** A new draft on the theme of now. */
  'draft:on-call': row(page, nothing),
  'draft:save': row(composer, SaveSchema),
  'draft:send': row(
    composer,
    z.strictObject({
      draftId: z.string(),
      revision: z.int(),
      communityId: z.nullable(z.string()),
      placeId: z.nullable(z.string()),
      audience: AudienceSchema,
      /** What the preview showed; refused where it is not what would be sent. */
      text: z.string(),
    }),
  ),
  /** As one Markdown file, for whoever has no page to put it on. */
  'draft:file': row(composer, byDraft),
  'draft:discard': row(composer, byDraft),
  /** Opens the draft in a window of its own, where nobody can cover it. */
  'draft:pop-out': row(composer, byDraft),
};

export interface DraftReplies {
  'draft:open': DraftView;
  'draft:new': { readonly draftId: string };
  'drafts:list': readonly DraftRow[];
  'draft:on-call': { readonly draftId: string };
  'draft:save': SavedView;
  'draft:send': EntryView;
  'draft:file': { readonly name: string; readonly text: string };
  'draft:discard': null;
  'draft:pop-out': null;
}
