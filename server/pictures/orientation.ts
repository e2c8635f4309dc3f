import { big, letters, little, NotAPicture } from './bytes';

/** From this orientation on, width and height change places. */
export const TURNED_FROM = 5;
const MOST = 8;
const TAG = 0x0112;
const EXIF_AT = 4;
const TIFF_AT = 10;

/** How the camera was held, by an EXIF segment of a JPEG: 1 to 8; null where it does not say. */
export function orientationIn(segment: Uint8Array): number | null {
  try {
    if (letters(segment, EXIF_AT, 4) !== 'Exif') return null;
    const read = letters(segment, TIFF_AT, 2) === 'II' ? little : big;
    const directory = TIFF_AT + read(segment, TIFF_AT + 4, 4);
    const count = read(segment, directory, 2);
    for (let n = 0; n < count; n += 1) {
      const entry = directory + 2 + n * 12;
      if (read(segment, entry, 2) !== TAG) continue;
      const value = read(segment, entry + 8, 2);
      return value >= 1 && value <= MOST ? value : null;
    }
    return null;
  } catch (error) {
    if (error instanceof NotAPicture) return null; // cut short, or made to be read wrongly
    throw error;
  }
}

/** An EXIF segment that says this and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const content = [...exif, ...header, 0, 1, ...entry, 0, 0, 0, 0];
  return Uint8Array.of(0xff, 0xe1, 0, content.length + 2, ...content);
}
