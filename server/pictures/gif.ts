import { big, type CleanPicture, join, letters, little, NotAPicture, take } from './bytes';

const HEADER = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** A GIF without comments and what applications added to it, but for how often it repeats. */
export function cleanGif(bytes: Uint8Array): CleanPicture {
  let at = HEADER + tableLength(big(bytes, 10, 1));
  const kept = [take(bytes, 0, at)];
  for (;;) {
    const kind = big(bytes, at, 1);
    if (kind === TRAILER) break;
    const end = kind === IMAGE ? endOfImage(bytes, at) : endOfExtension(bytes, at, kind);
    if (kind === IMAGE || belongs(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const whole = join([...kept, Uint8Array.of(TRAILER)]);
  return { type: 'image/gif', width: little(bytes, 6, 2), height: little(bytes, 8, 2), bytes: whole };
}

function tableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfImage(bytes: Uint8Array, at: number): number {
  return endOfBlocks(bytes, at + 11 + tableLength(big(bytes, at + 9, 1)));
}

function endOfExtension(bytes: Uint8Array, at: number, kind: number): number {
  if (kind !== EXTENSION) throw new NotAPicture();
  return endOfBlocks(bytes, at + 2);
}

function belongs(bytes: Uint8Array, at: number): boolean {
  const label = big(bytes, at + 1, 1);
  if (label === GRAPHIC_CONTROL) return true;
  return label === APPLICATION && letters(bytes, at + 3, 11) === 'NETSCAPE2.0';
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = big(bytes, at, 1); length > 0; length = big(bytes, at, 1)) at += 1 + length;
  return at + 1;
}
