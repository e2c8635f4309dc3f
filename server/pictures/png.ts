import { big, type CleanPicture, join, letters, NotAPicture, take } from './bytes';

const SIGNATURE = 8;
const AROUND = 12;
/** Pixels, colours, animation; no text, no time, no EXIF. */
const BELONG = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** A PNG with only what it is drawn from. Ends where its picture ends. */
export function cleanPng(bytes: Uint8Array): CleanPicture {
  if (letters(bytes, SIGNATURE + 4, 4) !== 'IHDR') throw new NotAPicture();
  const kept = [take(bytes, 0, SIGNATURE)];
  for (let at = SIGNATURE; ; ) {
    const length = AROUND + big(bytes, at, 4);
    const name = letters(bytes, at + 4, 4);
    const chunk = take(bytes, at, length);
    if (BELONG.has(name)) kept.push(chunk);
    if (name === 'IEND') break;
    at += length;
  }
  const width = big(bytes, SIGNATURE + 8, 4);
  const height = big(bytes, SIGNATURE + 12, 4);
  return { type: 'image/png', width, height, bytes: join(kept) };
}
