import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';

/** As the background takes them: pixels along the longer side, and bytes. */
const LONGEST_SIDE = 2_048;
const MOST_BYTES = 4 * 1024 * 1024;
const JPEG_QUALITY = 0.85;
/** What is still too large is drawn smaller, so often. */
const MOST_TRIES = 4;
const SMALLER = 0.7;

/**
 * A picture drawn anew from its pixels, the right way up and no larger than need be, as a `data:` address: nothing that
 * a camera or a program wrote into the file is in it.
 */
export async function redraw(file: Blob): Promise<Result<string, Problem>> {
  const bitmap = await decode(file);
  if (bitmap === null) return fail({ code: 'picture-unreadable' });
  try {
    const whole = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const blob = await draw(bitmap, whole * SMALLER ** tries);
      if (blob === null) return fail({ code: 'picture-unreadable' });
      if (blob.size <= MOST_BYTES) return succeed(await dataUrlOf(blob));
    }
    return fail({ code: 'picture-too-large' });
  } finally {
    bitmap.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null; // no picture, or a damaged one: a browser tells no more
  }
}

async function draw(bitmap: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const type = isSeeThrough(data) ? 'image/png' : 'image/jpeg';
  return new Promise((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY));
}

function isSeeThrough(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
