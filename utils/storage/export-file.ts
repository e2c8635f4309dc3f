import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { DraftSchema, EntrySchema, ReceiptSchema } from '@/utils/outbox/entry';
import { SettingsSchema, SiteSchema } from '@/utils/settings/settings';

const MOST_ROWS = 100_000;
const rows = <Row>(schema: z.ZodMiniType<Row>) => z.array(schema).check(z.maxLength(MOST_ROWS));

const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);
const isOrigin = (address: string): boolean => isWebAddress(address) && new URL(address).origin === address;

/** A person's own data as a file. It has no tokens and no communities: signing in again is what gives access. */
export const ExportSchema = z.strictObject({
  format: z.literal('deelgenoot'),
  version: z.literal(1),
  exportedAt: z.number(),
  drafts: rows(DraftSchema),
  entries: rows(EntrySchema),
  // The file may be anybody's, and these become links and names of sites on a screen.
  receipts: rows(z.extend(ReceiptSchema, { url: z.string().check(z.refine(isWebAddress)) })),
  settings: SettingsSchema,
  sites: rows(z.extend(SiteSchema, { origin: z.string().check(z.refine(isOrigin)) })),
  /** Rows that no version of ours wrote: handed over as they are, never read back. */
  quarantine: z.array(z.unknown()),
});
export type Export = z.infer<typeof ExportSchema>;

export interface ImportProblem {
  readonly code: 'import-unreadable';
  /** The field that is wrong, such as `drafts.0.practice`, or `json`. */
  readonly detail: string;
}

/** A file's text as an export of ours, or the field that is wrong in it. */
export function readExport(json: string): Result<Export, ImportProblem> {
  const parsed = ExportSchema.safeParse(parsedJson(json));
  if (parsed.success) return succeed(parsed.data);
  return fail({ code: 'import-unreadable', detail: parsed.error.issues[0]?.path.join('.') || 'json' });
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // no export has this value: the schema says so
  }
}
