import { big, type CleanPicture, join, letters, NotAPicture, take } from './bytes';
import { orientationIn, orientationOnly, TURNED_FROM } from './orientation';

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;
/** Frames: all of 0xc0–0xcf but for tables and what is reserved. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/** A JPEG with colours and tables only: of what a camera wrote only how it was held. Ends where its picture ends. */
export function cleanJpeg(bytes: Uint8Array): CleanPicture {
  const kept: Uint8Array[] = [take(bytes, 0, 2)];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = 2; ; ) {
    if (big(bytes, at, 1) !== 0xff) throw new NotAPicture();
    const marker = big(bytes, at + 1, 1);
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (marker === END) break;
    const end = at + 2 + big(bytes, at + 2, 2);
    const segment = take(bytes, at, end - at);
    if (isFrame(marker)) size = { height: big(segment, 5, 2), width: big(segment, 7, 2) };
    if (marker === APP1) orientation = orientationIn(segment) ?? orientation;
    if (belongs(marker, segment)) kept.push(segment);
    at = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
    if (marker === START_OF_SCAN) kept.push(bytes.subarray(end, at));
  }
  if (size === null) throw new NotAPicture();
  const [start, ...rest] = kept;
  const held = orientation === 1 ? [] : [orientationOnly(orientation)];
  const whole = join([start ?? new Uint8Array(), ...held, ...rest, Uint8Array.of(0xff, END)]);
  const { width, height } = orientation < TURNED_FROM ? size : { width: size.height, height: size.width };
  return { type: 'image/jpeg', width, height, bytes: whole };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker);
}

/** Pixels and how to read them: JFIF, colour profile, Adobe's colour transform. No EXIF, XMP, IPTC, comment. */
function belongs(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return segment.length > 16 && letters(segment, 4, 11) === 'ICC_PROFILE';
  if (marker === APP0) return segment.length > 8 && letters(segment, 4, 4) === 'JFIF';
  return marker === APP14;
}

/** Where the next marker stands after the pixels of a scan: 0xff00 is a pixel's 0xff, 0xffd0–0xffd7 only restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = big(bytes, at + 1, 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new NotAPicture();
}
