import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Refusal, StoredFile } from './model';

export const MAX_FILE_BYTES = 2 * 1024 * 1024;
export const FILE_ENDINGS = ['.pdf', '.docx', '.odt', '.xlsx', '.txt', '.csv', '.md'] as const;

const TEXT_ENDINGS = ['.txt', '.csv', '.md'];

interface Upload {
  readonly file: StoredFile;
  /** The file's own text where it is plain text, else empty. */
  readonly text: string;
}

/** Takes in one file of a form; refuses what this site does not keep. */
export async function readUpload(value: unknown): Promise<Result<Upload, Refusal>> {
  if (!(value instanceof File) || value.name === '') return fail('file-missing');
  const name = value.name.split(/[/\\]/).at(-1) ?? value.name;
  const ending = FILE_ENDINGS.find((allowed) => name.toLowerCase().endsWith(allowed));
  if (ending === undefined) return fail('file-type');
  if (value.size > MAX_FILE_BYTES) return fail('file-too-large');
  const bytes = Buffer.from(await value.arrayBuffer());
  const file = { name, type: value.type, size: value.size, base64: bytes.toString('base64') };
  return succeed({ file, text: TEXT_ENDINGS.includes(ending) ? bytes.toString('utf8') : '' });
}
