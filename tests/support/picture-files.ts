import { crc32, deflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = (base64: string): Bytes => new Uint8Array(Buffer.from(base64, 'base64'));
const ascii = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));
const join = (...pieces: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(pieces));

/** What a camera and programs write beside a picture; none of it may be left. */
export const SECRETS = ['GPS 50.8466 4.3528', 'Canon of Anna', 'Photoshop 3.0', 'written at home'] as const;

/** Whether any of it stands in these bytes. */
export function tellsSecrets(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return SECRETS.some((secret) => text.includes(secret));
}

const PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';
const SOF_AT = 'wgALCAABAAEBAREA';

/** A JPEG of one pixel that says it is so large, as a telephone writes it, held as `orientation` says. */
export function aJpeg({ width = 1, height = 1, orientation = 1 } = {}): Bytes {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const pixel = Buffer.from(PIXEL, 'base64');
  const frame = pixel.indexOf(Buffer.from(SOF_AT, 'base64').subarray(0, 9));
  size.copy(pixel, frame + 4);
  return join(
    pixel.subarray(0, 20),
    segment(0xe1, exif(orientation)),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRETS[1]}`)),
    segment(0xed, ascii(SECRETS[2])),
    segment(0xfe, ascii(SECRETS[3])),
    pixel.subarray(20),
    Uint8Array.of(0xff, 0xd9),
    ascii(`a film behind it: ${SECRETS[0]}`),
  );
}

function segment(marker: number, content: Uint8Array): Bytes {
  const length = content.length + 2;
  return join(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content);
}

/** Little-endian, as most cameras write it: the orientation behind another entry, and where it was taken. */
function exif(orientation: number): Bytes {
  const entries = [
    [0x0f, 0x01, 2, 0, 4, 0, 0, 0, 0x41, 0, 0, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
  ];
  const head = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, entries.length, 0];
  return join(
    ascii('Exif\0\0'),
    Uint8Array.from([...head, ...entries.flat(), 0, 0, 0, 0]),
    ascii(SECRETS[0]),
  );
}

const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG of that size, with what programs like to write into one. */
export function aPng({ width = 1, height = 1 } = {}): Bytes {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc(Math.min(height, 512) * (Math.min(width, 512) * 3 + 1), 0);
  return join(
    PNG_SIGNATURE,
    chunk('IHDR', head),
    chunk('tEXt', ascii(`Comment\0${SECRETS[3]}`)),
    chunk('eXIf', ascii(SECRETS[0])),
    chunk('IDAT', deflateSync(rows)),
    chunk('iTXt', ascii(SECRETS[1])),
    chunk('IEND', new Uint8Array()),
    ascii(SECRETS[2]),
  );
}

function chunk(name: string, content: Uint8Array): Bytes {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(join(ascii(name), content)));
  return join(length, ascii(name), content, sum);
}

const WEBP = 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';

/** A WebP of one pixel in the extended form, with EXIF and XMP. */
export function aWebp(): Bytes {
  const pixel = bytesOf(WEBP).subarray(12);
  const flags = Uint8Array.of(0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const chunks = join(
    riff('VP8X', flags),
    pixel,
    riff('EXIF', ascii(SECRETS[0])),
    riff('XMP ', ascii(SECRETS[1])),
  );
  return join(riff('RIFF', join(ascii('WEBP'), chunks)));
}

/** The same in the simple form, with nothing beside the pixel. */
export function aSimpleWebp(): Bytes {
  return bytesOf(WEBP);
}

function riff(name: string, content: Uint8Array): Bytes {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return join(ascii(name), length, content, new Uint8Array(content.length % 2));
}

/** A GIF of one pixel that repeats, with a comment and what a program added. */
export function aGif(): Bytes {
  const whole = bytesOf('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
  return join(
    whole.subarray(0, 19),
    extension(0xff, 'NETSCAPE2.0', '\x01\0\0'),
    extension(0xfe, SECRETS[3]),
    extension(0xff, 'XMP DataXMP', SECRETS[1]),
    whole.subarray(19),
    ascii(SECRETS[0]),
  );
}

function extension(label: number, ...blocks: readonly string[]): Bytes {
  const all = blocks.flatMap((block) => [Uint8Array.of(block.length), ascii(block)]);
  return join(Uint8Array.of(0x21, label), ...all, Uint8Array.of(0));
}

/** A JPEG as a page of ours draws it. */
export function aPlainJpeg(): Bytes {
  return join(bytesOf(PIXEL), Uint8Array.of(0xff, 0xd9));
}

/** A PNG as a page of ours draws it. */
export function aPlainPng({ width = 1, height = 1 } = {}): Bytes {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return join(
    PNG_SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', new Uint8Array()),
  );
}
