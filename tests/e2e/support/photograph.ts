import type { Page } from 'playwright-core';

/** Where the photographer stood, as a camera writes it: degrees, minutes, seconds, each a fraction. */
const LATITUDE = [50, 1, 50, 1, 4776, 100];
const LONGITUDE = [4, 1, 21, 1, 1008, 100];
/** The camera was held upright: a quarter turn clockwise shows it the right way up. */
export const TURNED = 6;
/** What a camera writes beside the picture; none of it may leave this machine. */
export const CAMERA = 'Canon of Anna';

/** A JPEG as a telephone makes it: so large, lying on its side, with where it was taken and by whom in its EXIF. */
export async function photograph(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(draw, [width, height] as const);
  const jpeg = Buffer.from(base64.slice(base64.indexOf(',') + 1), 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** The EXIF of a JPEG, whatever is in it; a JPEG without has none of these letters where it names its segments. */
export function hasExif(jpeg: Buffer): boolean {
  return jpeg.includes('Exif\0') || jpeg.includes(CAMERA) || jpeg.includes(gps());
}

function draw([width, height]: readonly [number, number]): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = 'teal';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = 'orange';
  pen.fillRect(0, 0, width / 2, height / 2);
  return canvas.toDataURL('image/jpeg');
}

const HEAD = 8;
const ENTRY = 12;
/** Count of entries before them, and the address of a next directory behind them. */
const AROUND = 6;

/** Big-endian TIFF: a directory with maker, orientation and the way to a second one, that of the place. */
function exif(): Buffer {
  const maker = Buffer.from(`${CAMERA}\0`, 'latin1');
  const behind = HEAD + AROUND + 3 * ENTRY;
  const second = behind + maker.length + (maker.length % 2);
  const first = directory([
    [0x010f, 2, maker.length, behind],
    [0x0112, 3, 1, TURNED * 0x10000],
    [0x8825, 4, 1, second],
  ]);
  const fractions = second + AROUND + 4 * ENTRY;
  const place = directory([
    [1, 2, 2, 0x4e000000], // N
    [2, 5, 3, fractions],
    [3, 2, 2, 0x45000000], // E
    [4, 5, 3, fractions + LATITUDE.length * 4],
  ]);
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\b', 'latin1'),
    first,
    maker,
    Buffer.alloc(maker.length % 2),
    place,
    gps(),
  ]);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.alloc(4);
  marker.writeUInt16BE(0xffe1);
  marker.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([marker, content]);
}

function gps(): Buffer {
  return numbers([...LATITUDE, ...LONGITUDE]);
}

function numbers(all: readonly number[]): Buffer {
  const bytes = Buffer.alloc(all.length * 4);
  all.forEach((each, at) => {
    bytes.writeUInt32BE(each, at * 4);
  });
  return bytes;
}

/** Entries of tag, type, count and value. */
function directory(entries: readonly (readonly [number, number, number, number])[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16BE(entries.length);
  const each = entries.map(([tag, type, many, value]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(tag);
    head.writeUInt16BE(type, 2);
    return Buffer.concat([head, numbers([many, value])]);
  });
  return Buffer.concat([count, ...each, Buffer.alloc(4)]);
}
