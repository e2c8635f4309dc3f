import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../store/error-code';
import { BackupRefused } from './format';

/** In bytes: more than the largest post, so that a foreign file without line ends does not fill the memory. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_END = 0x0a;

/** The lines of a gzipped file, as the bytes that stand in it. Throws BackupRefused where it is not one, or not whole. */
export async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* split(source.pipe(gunzip));
  } catch (error) {
    throw error instanceof BackupRefused ? error : refusalOf(error);
  } finally {
    source.destroy();
  }
}

async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, end)]);
      pieces = [];
      length = 0;
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new BackupRefused('file-foreign');
  }
  if (length > 0) throw new BackupRefused('file-damaged'); // every line of ours ends
}

function refusalOf(error: unknown): unknown {
  const code = codeOf(error);
  if (!code.startsWith('Z_')) return /^E[A-Z]+$/.test(code) ? new BackupRefused('file-unreadable') : error;
  const foreign = error instanceof Error && error.message === 'incorrect header check';
  return new BackupRefused(foreign ? 'file-foreign' : 'file-damaged');
}
