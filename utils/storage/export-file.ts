import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { QuarantinedSchema, type StoredPicture } from '@/utils/outbox/tables';
import { base64Of, bytesOf } from './base64';
import { ROWS } from './rows';
import { ADDED_IN_2, ADDED_IN_3, ADDED_IN_4, ADDED_IN_5 } from './upgrade';

const MOST_ROWS = 100_000;
const rows = <Row>(schema: z.ZodMiniType<Row>) => z.array(schema).check(z.maxLength(MOST_ROWS));

/** A picture in a file: JSON has no bytes. */
const FiledPictureSchema = z.extend(z.omit(ROWS.pictures, { bytes: true }), { base64: z.string() });
type FiledPicture = z.infer<typeof FiledPictureSchema>;

export function filedPicture({ bytes, ...about }: StoredPicture): FiledPicture {
  return { ...about, base64: base64Of(bytes) };
}

/** A picture of a file as it stands on disk; null where it is none: a file may be anybody's. */
export function storedPicture({ base64, ...about }: FiledPicture): StoredPicture | null {
  const bytes = bytesOf(base64);
  return bytes === null ? null : { ...about, bytes };
}

/** A person's own data as a file. It has no tokens and no communities: signing in again is what gives access. */
export const ExportSchema = z.strictObject({
  format: z.literal('deelgenoot'),
  version: z.literal(6),
  exportedAt: z.number(),
  drafts: rows(ROWS.drafts),
  entries: rows(ROWS.entries),
  receipts: rows(ROWS.receipts),
  settings: ROWS.settings,
  sites: rows(ROWS.sites),
  /** Read as any recipe is, once they are here: a wrong one is refused alone. */
  recipes: rows(ROWS.recipes),
  /** Which kinds of activity were seen, and what came of them: whether to ask rests on it. */
  history: rows(ROWS.history),
  /** Rows that no version of ours wrote: they stay aside, whatever is in them, until the person removes them. */
  quarantine: rows(QuarantinedSchema),
  /** What drafts and entries name. */
  pictures: rows(FiledPictureSchema),
});
export type Export = z.infer<typeof ExportSchema>;

export interface ImportProblem {
  readonly code: 'import-unreadable';
  /** The field that is wrong, such as `drafts.0.practice`, or `json`. */
  readonly detail: string;
}

/** A file's text as an export of ours, or the field that is wrong in it. */
export function readExport(json: string): Result<Export, ImportProblem> {
  const parsed = ExportSchema.safeParse(upgraded(parsedJson(json)));
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

/** A file of an older version as this one would have written it; anything else as it is, for the schema to judge. */
function upgraded(file: unknown): unknown {
  return upgradedTo6(upgradedTo5(upgradedTo4(upgradedTo3(upgradedTo2(file)))));
}

function upgradedTo6(file: unknown): unknown {
  return isRecord(file) && file.version === 5 ? { ...file, version: 6, pictures: [] } : file;
}

function upgradedTo5(file: unknown): unknown {
  if (!isRecord(file) || file.version !== 4) return file;
  const { settings } = file;
  return {
    ...file,
    version: 5,
    history: [],
    settings: isRecord(settings) ? { ...settings, ...ADDED_IN_5.settings } : settings,
  };
}

function upgradedTo4(file: unknown): unknown {
  if (!isRecord(file) || file.version !== 3) return file;
  const { drafts, entries, quarantine } = file;
  return {
    ...file,
    version: 4,
    drafts: withFields(drafts, ADDED_IN_4.drafts),
    entries: withFields(entries, ADDED_IN_4.entries),
    quarantine: withFields(quarantine, ADDED_IN_4.quarantine),
  };
}

function upgradedTo3(file: unknown): unknown {
  if (!isRecord(file) || file.version !== 2) return file;
  return { ...file, version: 3, sites: withFields(file.sites, ADDED_IN_3.sites), recipes: [] };
}

function upgradedTo2(file: unknown): unknown {
  if (!isRecord(file) || file.version !== 1) return file;
  const { drafts, entries, receipts, settings } = file;
  return {
    ...file,
    version: 2,
    drafts: withFields(drafts, ADDED_IN_2.drafts),
    entries: withFields(entries, ADDED_IN_2.entries),
    receipts: withFields(receipts, ADDED_IN_2.receipts),
    settings: isRecord(settings) ? { ...settings, ...ADDED_IN_2.settings } : settings,
  };
}

function withFields(rows: unknown, added: object): unknown {
  return Array.isArray(rows) ? rows.map((row) => (isRecord(row) ? { ...row, ...added } : row)) : rows;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
