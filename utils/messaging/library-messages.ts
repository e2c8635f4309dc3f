import * as z from 'zod/mini';
import type { SharedView, SimilarView } from './library-views';
import { page, row } from './row';

const composer = ['frame', 'page'] as const;

/** What others shared. Questions about it are answered on this machine: no word of a page or draft leaves. */
export const LIBRARY_MESSAGES = {
  /** What is like a draft, or like the page and activity that it begins with. */
  'library:similar': row(composer, z.strictObject({ draftId: z.string() })),
  /** What fits the site in front and what was done there; `url` as in `overview:read`. */
  'library:fitting': row(page, z.strictObject({ url: z.optional(z.string()) })),
};

export interface LibraryReplies {
  'library:similar': SimilarView;
  'library:fitting': { readonly fitting: readonly SharedView[] };
}
