import * as z from 'zod/mini';
import { type KeptTable, TABLE_NAMES } from './tables';

/** Why a file cannot be restored. */
export type BackupProblem = 'file-unreadable' | 'file-foreign' | 'file-damaged' | 'file-newer' | 'file-older';

/** Thrown while a file is read: whatever was done with its rows until then has to be undone. */
export class BackupRefused extends Error {
  constructor(readonly problem: BackupProblem) {
    super(problem);
  }
}

export const FORMAT = 'deelgenoot-backup';
export const FORMAT_VERSION = 1;

/** The first line: what the file is, what it was made of, and how much of it there is. */
const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  migration: z.string(),
  community: z.string(),
  made_at: z.iso.datetime(),
  rows: z.record(z.string(), z.int()),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const rowSchema = z.object({
  table: z.enum(TABLE_NAMES as [KeptTable, ...KeptTable[]]),
  row: z.record(z.string(), z.union([z.string(), z.int(), z.null()])),
});
export type KeptRow = z.infer<typeof rowSchema>;

/** The last line: SHA-256 of all lines before it. */
const sealSchema = z.object({ sha256: z.string() });
export type Seal = z.infer<typeof sealSchema>;

const lineSchema = z.union([rowSchema, sealSchema]);

export function readHeader(line: Buffer): BackupHeader {
  const header = z.safeParse(headerSchema, parse(line, 'file-foreign'));
  if (!header.success) throw new BackupRefused('file-foreign');
  return header.data;
}

export function readLine(line: Buffer): KeptRow | Seal {
  const read = z.safeParse(lineSchema, parse(line, 'file-damaged'));
  if (!read.success) throw new BackupRefused('file-damaged');
  return read.data;
}

function parse(line: Buffer, problem: BackupProblem): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw new BackupRefused(problem);
  }
}
