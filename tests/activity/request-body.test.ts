import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES, readRequestBody } from '@/utils/activity/request-body';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
const binary = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]).buffer as ArrayBuffer;
const head = (name: string, file?: string) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: a/b`}\r\n\r\n`;

describe('what can be read of a request body', () => {
  test('nothing was sent', () => {
    expect(readRequestBody(undefined)).toEqual({ kind: 'none' });
    expect(readRequestBody({ raw: [] })).toEqual({ kind: 'none' });
  });

  test('a form, in both browsers', () => {
    const read = readRequestBody({ formData: { 'do[save]': ['Opslaan'], wikitext: [bytes('één')] } });
    expect(read).toMatchObject({ kind: 'form', fields: { 'do[save]': ['Opslaan'], wikitext: ['één'] } });
  });

  test('a form whose field is called like something every object has', () => {
    const read = readRequestBody({ formData: { constructor: ['a'] } });
    expect(read.kind === 'form' && read.fields.constructor).toEqual(['a']);
    expect(read.kind === 'form' && read.fields.toString).toBeUndefined();
  });

  test('a multipart form with a file chosen from disk keeps names and loses the local path', () => {
    const read = readRequestBody({
      raw: [
        { bytes: bytes(`${head('title')}Plan\r\n${head('file', 'C:\\fakepath\\plan.pdf')}`) },
        { file: '/home/anna/geheim/plan.pdf' },
        { bytes: bytes('\r\n--X--\r\n') },
      ],
    });
    expect(read).toMatchObject({ kind: 'form', fields: { title: ['Plan'], file: ['plan.pdf'] } });
    expect(JSON.stringify(read)).not.toContain('anna');
  });

  test('a multipart form whose file is binary and in the same piece as what came before', () => {
    const read = readRequestBody({ raw: [{ bytes: bytes(head('file', 'a.jpg')) }, { bytes: binary }] });
    expect(read).toMatchObject({ kind: 'form', fields: { file: ['a.jpg'] } });
  });

  test('JSON is parsed, other text is kept, bytes are dropped', () => {
    expect(readRequestBody({ raw: [{ bytes: bytes('{"a":1}') }] })).toMatchObject({
      kind: 'json',
      value: { a: 1 },
    });
    expect(readRequestBody({ raw: [{ bytes: bytes('7|0|5|') }] })).toMatchObject({
      kind: 'text',
      text: '7|0|5|',
    });
    expect(readRequestBody({ raw: [{ bytes: binary }] })).toEqual({ kind: 'opaque' });
    expect(readRequestBody({ error: 'Unknown error.' })).toEqual({ kind: 'opaque' });
  });

  test('no more than 64 KiB is looked at', () => {
    const read = readRequestBody({ raw: [{ bytes: bytes('a'.repeat(MAX_BODY_BYTES * 2)) }] });
    expect(read.kind === 'text' && read.text.length).toBe(MAX_BODY_BYTES);
  });

  test('a field behind a very long one is cut short, and never looks empty', () => {
    const long = 'a'.repeat(MAX_BODY_BYTES);
    const form = readRequestBody({
      formData: { prefix: [long], wikitext: [long], id: ['praxis:aktenplan'] },
    });
    expect(form.kind === 'form' && form.fields.wikitext?.[0]).toHaveLength(200);
    expect(form.kind === 'form' && form.fields.id).toEqual(['praxis:aktenplan']);
  });

  test('a multipart form that came in one piece with its binary file keeps its names', () => {
    const whole = new Uint8Array([...new Uint8Array(bytes(head('file', 'a %22b%22.jpg'))), 0xff, 0xd8, 0xff]);
    const read = readRequestBody({ raw: [{ bytes: whole.buffer as ArrayBuffer }] });
    expect(read).toMatchObject({ kind: 'form', fields: { file: ['a "b".jpg'] } });
  });

  test('a multipart form that is cut off in the middle of a head has no made-up field', () => {
    const cut = `${head('title')}Plan\r\n--X\r\nContent-Disposition: form-data; name="text"`;
    const read = readRequestBody({ raw: [{ bytes: bytes(cut) }] });
    expect(read.kind === 'form' && Object.keys(read.fields)).toEqual(['title']);
  });

  test('text that only begins like a form is text', () => {
    expect(readRequestBody({ raw: [{ bytes: bytes('-- select 1') }] })).toMatchObject({ kind: 'text' });
  });

  test('a body made to keep us busy, heads without an end, is text', () => {
    const long = `--X\r\n${'content-disposition: form-data;'.repeat(2_000)}`;
    expect(readRequestBody({ raw: [{ bytes: bytes(long) }] }).kind).toBe('text');
  });
});
