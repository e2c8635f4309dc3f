/** What a picture is, whatever it was called, and its bytes without what does not belong to the picture. */
export interface CleanPicture {
  readonly type: PictureType;
  /** In pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** Thrown where the bytes end before the picture does, or are none. */
export class NotAPicture extends Error {}

/** So many bytes from there; throws where they are not all there. */
export function take(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (from + length > bytes.length) throw new NotAPicture();
  return bytes.subarray(from, from + length);
}

/** Bytes as letters, one each. */
export function letters(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...take(bytes, from, length));
}

/** A number, the most significant byte first. */
export function big(bytes: Uint8Array, from: number, length: number): number {
  return take(bytes, from, length).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** A number, the least significant byte first. */
export function little(bytes: Uint8Array, from: number, length: number): number {
  return take(bytes, from, length).reduceRight((sum, byte) => sum * 256 + byte, 0);
}

export function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
