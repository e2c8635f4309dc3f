import type { ExchangeBody } from './exchange';

/** Of a body no more is looked at, but for the beginning of each field. */
export const MAX_BODY_BYTES = 64 * 1024;
/** So much of each field is always read: behind a long text, a name must not look empty. */
const KEPT_OF_EACH = 200;
const MOST_FIELDS = 500;
/** A password (DokuWiki calls it p) is dropped where it is read: that it is there is all that anybody learns. */
const PASSWORD_NAME = /pass|pwd|^p$/i;

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
  return formBody(
    Object.entries(formData).flatMap(([name, values]) =>
      values.map((value): [string, string] => [
        name,
        typeof value === 'string' ? value : (decode([value]) ?? ''),
      ]),
    ),
  );
}

/** A form of these fields, in order, cut to what may be looked at. */
export function formBody(pairs: readonly (readonly [name: string, value: string])[]): ExchangeBody {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let left = MAX_BODY_BYTES;
  for (const [name, value] of pairs.slice(0, MOST_FIELDS)) {
    const kept = PASSWORD_NAME.test(name) ? '' : value.slice(0, Math.max(left, KEPT_OF_EACH));
    left -= kept.length;
    const before = fields[name];
    if (before) before.push(kept);
    else fields[name] = [kept];
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
    // A multipart body whose file is binary: its heads are text all the same, and only they are read of a file.
    return startsLikeMultipart(pieces[0]) ? decodeLeniently(pieces) : null;
  }
}

function startsLikeMultipart(piece: ArrayBuffer | undefined): boolean {
  const [first, second] = new Uint8Array(piece ?? new ArrayBuffer(0));
  return first === DASH && second === DASH;
}

function decodeLeniently(pieces: readonly ArrayBuffer[]): string {
  let left = MAX_BODY_BYTES;
  return pieces
    .map((piece) => {
      const text = new TextDecoder().decode(piece.slice(0, left));
      left -= Math.min(left, piece.byteLength);
      return text;
    })
    .join('');
}

const DASH = 0x2d;

/** Text that is JSON, or any other. */
export function readText(text: string): ExchangeBody {
  if (!/^\s*[[{]/.test(text)) return { kind: 'text', text };
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    return { kind: 'text', text }; // cut off at 64 KiB, or not JSON after all
  }
}

const PART_NAME = /content-disposition:\s*form-data;[^\r\n]*?\bname="([^"]*)"/i;
const PART_FILE = /content-disposition:\s*form-data;[^\r\n]*?\bfilename="([^"]*)"/i;
/** A longer head is no browser's. */
const MAX_HEAD_LENGTH = 2_000;

/** A multipart body as a form, each file as its bare name; null for any other text. */
export function readMultipart(text: string): ExchangeBody | null {
  const boundary = /^--[^\r\n]{1,200}/.exec(text)?.[0];
  if (boundary === undefined) return null;
  const pairs = text.split(boundary).flatMap((part): [string, string][] => {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, Math.min(end === -1 ? part.length : end, MAX_HEAD_LENGTH));
    const name = PART_NAME.exec(head)?.[1];
    if (name === undefined) return [];
    const file = PART_FILE.exec(head)?.[1];
    if (file !== undefined) return [[unescaped(name), bareName(unescaped(file))]];
    return end === -1 ? [] : [[unescaped(name), part.slice(end + 4).replace(/\r\n$/, '')]];
  });
  return pairs.length === 0 ? null : formBody(pairs);
}

/** What browsers escape in a part's name (HTML, "multipart/form-data encoding algorithm"). */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

/** A file's name without its folders, which are nobody's business. */
export function bareName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? '';
}
