import { big, type CleanPicture, join, letters, little, NotAPicture, take } from './bytes';

const HEADER = 12;
const BELONG = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In VP8X's flags: that EXIF and XMP follow. */
const METADATA = 0b1100;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A WebP without EXIF and XMP. */
export function cleanWebp(bytes: Uint8Array): CleanPicture {
  const end = Math.min(8 + little(bytes, 4, 4), bytes.length);
  const kept: Uint8Array[] = [];
  let size: Size | null = null;
  for (let at = HEADER; at < end; ) {
    const name = letters(bytes, at, 4);
    const length = 8 + little(bytes, at + 4, 4);
    const chunk = take(bytes, at, length).slice();
    size ??= sizeIn(name, chunk);
    if (name === 'VP8X') chunk[8] = big(chunk, 8, 1) & ~METADATA;
    if (BELONG.has(name)) kept.push(chunk, new Uint8Array(length % 2));
    at += length + (length % 2);
  }
  if (size === null) throw new NotAPicture();
  const whole = join([take(bytes, 0, HEADER), ...kept]);
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
  return { type: 'image/webp', ...size, bytes: whole };
}

function sizeIn(name: string, chunk: Uint8Array): Size | null {
  if (name === 'VP8X') return { width: 1 + little(chunk, 12, 3), height: 1 + little(chunk, 15, 3) };
  if (name === 'VP8 ') return { width: little(chunk, 14, 2) & 0x3fff, height: little(chunk, 16, 2) & 0x3fff };
  if (name !== 'VP8L') return null;
  const bits = little(chunk, 9, 4);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
