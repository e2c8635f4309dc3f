import type { StoredPicture } from './tables';

export const LARGEST_PICTURE = 4 * 1024 * 1024;
/** Pixels along the longer side. */
export const LONGEST_SIDE = 2_048;

export type PictureFacts = Pick<StoredPicture, 'type' | 'width' | 'height'>;

/**
 * What kind of picture it is and how large, by its own bytes; null where it is none of ours, or holds what a camera or a
 * program wrote beside it: pages draw every picture anew, so that nothing of that is left.
 */
export function factsOf(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return factsOfPng(view);
    return view.getUint16(0) === 0xffd8 ? factsOfJpeg(view) : null;
  } catch (error) {
    if (error instanceof RangeError) return null; // it ends before it says
    throw error;
  }
}

const PLAIN_CHUNKS = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '));

function factsOfPng(view: DataView): PictureFacts | null {
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    if (!PLAIN_CHUNKS.has(name)) return null;
    if (name === 'IEND') return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
}

/** Segments in which programs write: EXIF and XMP, IPTC, comments. */
const WRITTEN_BESIDE: readonly number[] = [0xe1, 0xed, 0xfe];
const START_OF_SCAN = 0xda;

function factsOfJpeg(view: DataView): PictureFacts | null {
  let size: { width: number; height: number } | null = null;
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || WRITTEN_BESIDE.includes(marker)) return null;
    if (marker === START_OF_SCAN) return size === null ? null : { type: 'image/jpeg', ...size };
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
}
