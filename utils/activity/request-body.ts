import type { ExchangeBody } from './exchange';

/** No more of a body is ever looked at. */
export const MAX_BODY_BYTES = 64 * 1024;

/** `webRequest`'s own form, as both browsers hand it over. */
export interface BrowserRequestBody {
  readonly error?: string | undefined;
  readonly formData?: Readonly<Record<string, readonly (string | ArrayBuffer)[]>> | undefined;
  readonly raw?: readonly { readonly bytes?: ArrayBuffer; readonly file?: string }[] | undefined;
}

/**
 * What can be read of a body. Chromium leaves `formData` out once a file was chosen and hands over the raw pieces, a
 * local path among them: that is personal data and is never looked at.
 */
export function readRequestBody(body: BrowserRequestBody | null | undefined): ExchangeBody {
  if (!body) return { kind: 'none' };
  if (body.error !== undefined) return { kind: 'opaque' };
  if (body.formData) return readForm(body.formData);
  if (!body.raw || body.raw.length === 0) return { kind: 'none' };
  const text = decode(body.raw.map(({ bytes }) => bytes ?? new ArrayBuffer(0)));
  if (text === null) return { kind: 'opaque' };
  return readMultipart(text) ?? readText(text);
}

function readForm(formData: NonNullable<BrowserRequestBody['formData']>): ExchangeBody {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let left = MAX_BODY_BYTES;
  for (const [name, values] of Object.entries(formData)) {
    fields[name] = values.map((value) => {
      const text = typeof value === 'string' ? value : (decode([value]) ?? '');
      const kept = text.slice(0, left);
      left -= kept.length;
      return kept;
    });
  }
  return { kind: 'form', fields };
}

/** Null for anything that is not text: the bytes of an upload are dropped unread. */
function decode(pieces: readonly ArrayBuffer[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let left = MAX_BODY_BYTES;
  let text = '';
  try {
    for (const piece of pieces) {
      text += decoder.decode(piece.slice(0, left), { stream: true });
      left -= Math.min(left, piece.byteLength);
    }
    return text;
  } catch {
    return text.startsWith('--') ? text : null; // a multipart body whose file is binary: its heads came before
  }
}

function readText(text: string): ExchangeBody {
  if (!/^\s*[[{]/.test(text)) return { kind: 'text', text };
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    return { kind: 'text', text }; // cut off at 64 KiB, or not JSON after all
  }
}

const PART_NAME = /content-disposition:\s*form-data;[^\r\n]*?\bname="([^"]*)"/i;
const PART_FILE = /content-disposition:\s*form-data;[^\r\n]*?\bfilename="([^"]*)"/i;

function readMultipart(text: string): ExchangeBody | null {
  const boundary = /^--[^\r\n]+/.exec(text)?.[0];
  if (boundary === undefined || !PART_NAME.test(text)) return null;
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const part of text.split(boundary)) {
    const end = part.indexOf('\r\n\r\n');
    const head = end === -1 ? part : part.slice(0, end);
    const name = PART_NAME.exec(head)?.[1];
    if (name === undefined) continue;
    const file = PART_FILE.exec(head)?.[1];
    const value = file === undefined ? part.slice(end + 4).replace(/\r\n$/, '') : bareName(file);
    fields[name] = [...(fields[name] ?? []), value];
  }
  return { kind: 'form', fields };
}

function bareName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? '';
}
