import { type CleanPicture, letters, NotAPicture, type PictureType } from './bytes';
import { cleanGif } from './gif';
import { cleanJpeg } from './jpeg';
import { cleanPng } from './png';
import { cleanWebp } from './webp';

const CLEANERS: Readonly<Record<PictureType, (bytes: Uint8Array) => CleanPicture>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};

/**
 * A picture by what is in it, not by its name, and without what a camera or program wrote beside it. Null where it is
 * of no kind that we know, or is cut short.
 */
export function cleanPicture(bytes: Uint8Array): CleanPicture | null {
  try {
    const type = typeOf(bytes);
    const picture = type === null ? null : CLEANERS[type](bytes);
    return picture === null || picture.width === 0 || picture.height === 0 ? null : picture;
  } catch (error) {
    if (error instanceof NotAPicture) return null;
    throw error;
  }
}

function typeOf(bytes: Uint8Array): PictureType | null {
  const start = letters(bytes, 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null;
}
