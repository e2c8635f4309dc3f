import * as z from 'zod/mini';
import type { Invitation } from '@/utils/community/connector';
import { AnswerSchema } from '@/utils/prompting/prompt';
import { LanguageSchema, NeverRuleSchema, RetentionSchema } from '@/utils/settings/settings';
import { ASIDE_MESSAGES, type AsideReplies } from './aside-messages';
import { ASKING_MESSAGES, type AskingReplies } from './asking-messages';
import { CHARTER_MESSAGES, type CharterReplies } from './charter-messages';
import { DRAFT_MESSAGES, type DraftReplies } from './draft-messages';
import { GUARD_MESSAGES, type GuardReplies } from './guard-messages';
import { GUIDE_MESSAGES, type GuideReplies } from './guide-messages';
import { LEDGER_MESSAGES, type LedgerReplies } from './ledger-messages';
import { LESSON_MESSAGES, type LessonReplies } from './lesson-messages';
import { LIBRARY_MESSAGES, type LibraryReplies } from './library-messages';
import { PICTURE_MESSAGES, type PictureReplies } from './picture-messages';
import type { PromptOrder } from './prompt-views';
import { composer, nothing, page, row } from './row';
import { SHARED_MESSAGES, type SharedReplies } from './shared-messages';
import { SIGN_IN_MESSAGES, type SignInReplies } from './sign-in-messages';
import { SITE_MESSAGES, type SiteReplies } from './site-messages';
import { STANDING_MESSAGES, type StandingReplies } from './standing-messages';
import type { Diagnosis, EntryView, Overview, SettingsView, WaitingView } from './views';

export { PROBLEMS, type Problem, type ProblemCode } from './problems';
export type { Caller } from './row';

const byEntry = z.strictObject({ entryId: z.string() });
const byPrompt = z.strictObject({ promptId: z.string() });

const inPage = ['in-page'] as const;

/** Every message there is: who may send it, and what it must look like. A new row makes TypeScript list what to add. */
export const contract = {
  'prompt:claim': row(inPage, nothing),
  'prompt:shown': row(inPage, byPrompt),
  'prompt:answer': row(inPage, z.strictObject({ promptId: z.string(), answer: AnswerSchema })),
  'prompt:held': row(inPage, byPrompt),
  'prompt:left': row(inPage, byPrompt),

  ...DRAFT_MESSAGES,

  'entry:read': row(composer, byEntry),
  'entry:retry': row(composer, byEntry),
  /** Takes a resting or parked entry back into a draft. */
  'entry:take-back': row(composer, byEntry),
  'entry:discard': row(page, byEntry),
  /** Begins, or goes on with, a draft that replaces the post. */
  'entry:correct': row(composer, byEntry),
  /** Has the community remove the post. Not from a frame: a page could cover it and steal the clicks. */
  'entry:withdraw': row(page, byEntry),
  /** Begins, or goes on with, a draft that stands under the post. */
  'entry:answer': row(composer, byEntry),
  /** A draft with the outcome of the discussion under a post; one that tells the discussion where that stands. */
  'entry:conclude': row(composer, byEntry),
  'entry:tell': row(composer, byEntry),
  /** A new draft with the text of a withdrawn post. */
  'entry:share-again': row(composer, byEntry),
  /** A new, short draft that takes the link of a post to another community. */
  'entry:share-link': row(composer, byEntry),

  /** Takes back what was just deleted. */
  'discard:undo': row(composer, z.strictObject({ id: z.string() })),
  /** Somebody is looking at a deletion: it stays undoable for longer. */
  'discard:hold': row(composer, z.strictObject({ id: z.string() })),

  'overview:read': row(page, z.strictObject({ url: z.optional(z.string()) })),
  /** What waits, with more rows than the overview has. */
  'waiting:read': row(page, z.strictObject({ rows: z.int().check(z.minimum(1), z.maximum(100_000)) })),
  'pause:set': row(page, z.strictObject({ until: z.nullable(z.number()) })),
  'kept:share': row(page, byPrompt),
  'kept:dismiss': row(page, byPrompt),
  'delivery:run': row(page, nothing),

  ...PICTURE_MESSAGES,
  ...SITE_MESSAGES,
  ...SHARED_MESSAGES,
  ...GUARD_MESSAGES,
  ...LESSON_MESSAGES,
  ...ASKING_MESSAGES,
  ...CHARTER_MESSAGES,
  ...STANDING_MESSAGES,
  ...LIBRARY_MESSAGES,

  ...SIGN_IN_MESSAGES,
  /** Makes a link with which others join. */
  'community:invite': row(page, z.strictObject({ communityId: z.string() })),

  'settings:read': row(page, nothing),
  'settings:language': row(page, z.strictObject({ language: z.nullable(LanguageSchema) })),
  'settings:retention': row(page, z.strictObject({ retentionDays: RetentionSchema })),
  'settings:forget-never': row(page, NeverRuleSchema),
  'settings:welcomed': row(page, nothing),
  'data:export': row(page, nothing),
  'data:import': row(page, z.strictObject({ json: z.string() })),
  /** How much would be lost by erasing: texts that are nowhere but here. */
  'data:unsent': row(page, nothing),
  'data:wipe': row(page, nothing),
  ...ASIDE_MESSAGES,
  ...LEDGER_MESSAGES,
  ...GUIDE_MESSAGES,
  'diagnosis:read': row(page, nothing),
  /** The language that pages should speak; asked before anything is drawn. */
  'language:read': row(composer, nothing),
};

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<Name extends MessageName> = z.infer<Contract[Name]['request']>;

/** What each message answers when it went well. */
export interface Replies
  extends LessonReplies,
    AsideReplies,
    AskingReplies,
    CharterReplies,
    DraftReplies,
    LedgerReplies,
    GuardReplies,
    GuideReplies,
    LibraryReplies,
    PictureReplies,
    SharedReplies,
    SignInReplies,
    SiteReplies,
    StandingReplies {
  'prompt:claim': PromptOrder | null;
  'prompt:shown': null;
  /** For `share`: the frame's path in the package, good once; the page's own script makes the address. Else null. */
  'prompt:answer': { readonly framePath: string } | null;
  'prompt:held': null;
  'prompt:left': null;
  'entry:read': EntryView;
  'entry:retry': EntryView;
  'entry:take-back': { readonly draftId: string };
  'entry:discard': null;
  'entry:correct': { readonly draftId: string };
  'entry:withdraw': null;
  'entry:answer': { readonly draftId: string };
  'entry:conclude': { readonly draftId: string };
  'entry:tell': { readonly draftId: string };
  'entry:share-again': { readonly draftId: string };
  'entry:share-link': { readonly draftId: string };
  'discard:undo': null;
  'discard:hold': null;
  'overview:read': Overview;
  'waiting:read': WaitingView;
  'pause:set': null;
  'kept:share': { readonly draftId: string };
  'kept:dismiss': null;
  'delivery:run': null;
  'community:invite': Invitation;
  'settings:read': SettingsView;
  'settings:language': null;
  'settings:retention': null;
  'settings:forget-never': null;
  'settings:welcomed': null;
  'data:export': { readonly json: string };
  'data:import': { readonly drafts: number; readonly entries: number; readonly receipts: number };
  'data:unsent': { readonly drafts: number; readonly entries: number };
  'data:wipe': null;
  'diagnosis:read': Diagnosis;
  'language:read': { readonly language: z.infer<typeof LanguageSchema> };
}

/** Sent to every open extension page when something that it shows may have changed; they ask again. */
export const CHANGED = 'changed';
