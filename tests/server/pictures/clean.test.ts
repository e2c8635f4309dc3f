import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '@/server/pictures/clean';
import { aGif, aJpeg, aPng, aSimpleWebp, aWebp, tellsSecrets } from '@/tests/support/picture-files';

const FILES = [
  ['image/jpeg', aJpeg()],
  ['image/png', aPng()],
  ['image/webp', aWebp()],
  ['image/gif', aGif()],
] as const;

describe('a picture loses what was written beside it', () => {
  test.each(FILES)('%s', (type, bytes) => {
    expect(tellsSecrets(bytes)).toBe(true);
    const clean = cleanPicture(bytes);
    expect(clean).toMatchObject({ type, width: 1, height: 1 });
    expect(tellsSecrets(clean?.bytes ?? bytes)).toBe(false);
    expect(cleanPicture(clean?.bytes ?? bytes)).toEqual(clean);
  });

  test('a WebP without anything beside it stays byte for byte', () => {
    expect(cleanPicture(aSimpleWebp())?.bytes).toEqual(aSimpleWebp());
  });

  test('how a camera was held stays, and nothing else of it', () => {
    const clean = cleanPicture(aJpeg({ width: 40, height: 30, orientation: 6 }));
    expect(clean).toMatchObject({ width: 30, height: 40 });
    expect(tellsSecrets(clean?.bytes ?? new Uint8Array())).toBe(false);
    expect(cleanPicture(clean?.bytes ?? new Uint8Array())).toEqual(clean);
    expect(cleanPicture(aJpeg({ width: 40, height: 30, orientation: 3 }))).toMatchObject({ width: 40 });
  });

  test('a large picture keeps its size', () => {
    expect(cleanPicture(aPng({ width: 2_048, height: 1_500 }))).toMatchObject({
      width: 2_048,
      height: 1_500,
    });
  });
});

describe('what is no picture of these kinds is none', () => {
  test.each([
    ['nothing', ''],
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page that begins like a GIF', 'GIF89a<script>alert(1)</script>'],
    ['a film', 'RIFF\0\0\0\0AVI LIST'],
    ['a PNG that begins with something else', '\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0'],
  ])('%s', (_what, text) => {
    expect(cleanPicture(new Uint8Array(Buffer.from(text, 'latin1')))).toBeNull();
  });

  test('a picture of no size', () => {
    expect(cleanPicture(aPng({ width: 0, height: 5 }))).toBeNull();
  });

  test('whatever is cut off or changed is read to an end, and tells nothing', () => {
    const file = fc.constantFrom(...FILES.map(([, bytes]) => bytes));
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        (bytes, cut, changes) => {
          const odd = bytes.slice(0, 1 + (cut % bytes.length));
          for (const [at, value] of changes) odd[at % odd.length] = value;
          const clean = cleanPicture(odd);
          if (clean !== null) expect(clean.bytes.length).toBeLessThanOrEqual(odd.length + 40);
        },
      ),
    );
  });
});
