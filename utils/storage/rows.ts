import * as z from 'zod/mini';
import { OwnRecipeSchema } from '@/utils/activity/own-recipe';
import { CommunitySchema } from '@/utils/community/community';
import { StoredTokenSchema } from '@/utils/community/tables';
import { ReachSchema, ResponseSchema, SharedSchema } from '@/utils/library/shelf';
import { DraftSchema, EntrySchema, ReceiptSchema } from '@/utils/outbox/entry';
import { PaceSchema, StoredPictureSchema } from '@/utils/outbox/tables';
import { SentRequestSchema } from '@/utils/privacy/ledger-row';
import { PastActivitySchema } from '@/utils/prompting/history';
import { PromptSchema } from '@/utils/prompting/prompt';
import { SettingsSchema, SiteSchema } from '@/utils/settings/settings';

const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);
const isOrigin = (address: string): boolean => isWebAddress(address) && new URL(address).origin === address;

const DELETED = { id: z.string(), until: z.number() };

/**
 * What every row of a table must look like, on disk and in a file. A file may be anybody's, a disk may be damaged: what
 * becomes a link or the name of a site on a screen must be an address.
 */
export const ROWS = {
  drafts: DraftSchema,
  entries: EntrySchema,
  receipts: z.extend(ReceiptSchema, { url: z.string().check(z.refine(isWebAddress)) }),
  communities: CommunitySchema,
  prompts: PromptSchema,
  history: z.extend(PastActivitySchema, { site: z.string().check(z.refine(isOrigin)) }),
  requests: z.extend(SentRequestSchema, { to: z.string().check(z.refine(isOrigin)) }),
  settings: SettingsSchema,
  discarded: z.discriminatedUnion('kind', [
    z.strictObject({ ...DELETED, kind: z.literal('draft'), row: DraftSchema }),
    z.strictObject({ ...DELETED, kind: z.literal('entry'), row: EntrySchema }),
  ]),
  sites: z.extend(SiteSchema, { origin: z.string().check(z.refine(isOrigin)) }),
  recipes: OwnRecipeSchema,
  paces: PaceSchema,
  tokens: StoredTokenSchema,
  pictures: StoredPictureSchema,
  shared: z.extend(SharedSchema, { url: z.string().check(z.refine(isWebAddress)) }),
  reaches: ReachSchema,
  responses: ResponseSchema,
} as const;

/** Tables that hold nothing of a person's: an odd row there goes. A token put aside would end in an export. */
export const UNWRITTEN: ReadonlySet<string> = new Set([
  'paces',
  'tokens',
  'history',
  'requests',
  'shared',
  'reaches',
  'responses',
]);
