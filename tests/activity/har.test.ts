import { describe, expect, test } from 'vitest';
import { type RecordedExchange, readHar } from '@/utils/activity/har';
import { anEntry, aRecording } from '../support/recordings';

function read(...entries: readonly unknown[]): RecordedExchange[] {
  const recording = readHar(aRecording(entries));
  if (!recording.ok) throw new Error(recording.error.field);
  return recording.value;
}

const bodyOf = (postData: unknown) =>
  read(anEntry({ request: { method: 'POST', postData } }))[0]?.exchange.body;
const typeOf = (type: string | null, request: Record<string, unknown>) =>
  read(anEntry({ type, request }))[0]?.exchange.type;
const header = (name: string, value: string) => ({ headers: [{ name, value }] });

describe('a file that is no recording', () => {
  test.each([
    ['not json at all', 'json'],
    ['<html></html>', 'json'],
    ['[]', 'log'],
    ['{}', 'log'],
    ['null', 'log'],
    ['{"log":{}}', 'log.entries'],
    ['{"log":{"entries":[{}]}}', 'log.entries.0.startedDateTime'],
    [aRecording([{ ...anEntry({}), response: {} }]), 'log.entries.0.response.status'],
  ])('%s is refused with the field %s', (text, field) => {
    expect(readHar(text)).toEqual({ ok: false, error: { field } });
  });

  test('an empty one, and one that begins with a byte order mark, are read', () => {
    expect(readHar(`\uFEFF${aRecording([])}`)).toEqual({ ok: true, value: [] });
  });

  test('what an export left out or wrote as null is nothing, and no reason to refuse the rest', () => {
    const odd = {
      request: { method: 'POST', url: 'http://dms.test/a', headers: null, cookies: null, postData: null },
      response: { status: 200, redirectURL: null, headers: [{ name: 'x' }], content: null },
    };
    const [recorded] = read({ ...anEntry({}), ...odd });
    expect(recorded?.exchange).toMatchObject({ status: 200, redirect: null, responseHeaders: { x: '' } });
  });

  test('what is no web request is passed over, and the others keep their place', () => {
    const recording = read(anEntry({ request: { url: 'data:text/plain,a' } }), anEntry({}));
    expect(recording.map(({ entry }) => entry)).toEqual([1]);
  });
});

describe('a body in a recording', () => {
  const multipart =
    '--X\r\nContent-Disposition: form-data; name="title"\r\n\r\nPlan\r\n' +
    '--X\r\nContent-Disposition: form-data; name="file"; filename="C:\\map\\a.pdf"\r\n\r\n%PDF\r\n--X--\r\n';
  const params = [
    { name: 'title', value: 'Plan' },
    { name: 'file', fileName: 'C:\\map\\a.pdf', value: '%PDF' },
  ];
  const asForm = { kind: 'form', fields: { title: ['Plan'], file: ['a.pdf'] } };

  test.each([
    ['multipart with parameters', { mimeType: 'multipart/form-data; boundary=X', params }, asForm],
    [
      'multipart with its text only',
      { mimeType: 'multipart/form-data; boundary=X', text: multipart },
      asForm,
    ],
    ['multipart with both', { mimeType: 'multipart/form-data', text: multipart, params }, asForm],
    [
      'a form with its text only',
      { mimeType: 'application/x-www-form-urlencoded', text: 'do%5Bsave%5D=1&id=a%3Ab+c' },
      { kind: 'form', fields: { 'do[save]': ['1'], id: ['a:b c'] } },
    ],
    [
      'a form whose parameters stayed encoded',
      {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'id=a%3Ab',
        params: [{ name: 'id', value: 'a%3Ab' }],
      },
      { kind: 'form', fields: { id: ['a:b'] } },
    ],
    [
      'a form with decoded parameters only',
      { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'id', value: 'a:b' }] },
      { kind: 'form', fields: { id: ['a:b'] } },
    ],
    [
      'a form behind its own headers, as Firefox writes it',
      {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\n_method=patch&a=b',
      },
      { kind: 'form', fields: { _method: ['patch'], a: ['b'] } },
    ],
    [
      'multipart behind its own headers',
      {
        mimeType: 'multipart/form-data',
        text: `Content-Type: multipart/form-data; boundary=X\r\n\r\n${multipart}`,
      },
      asForm,
    ],
    [
      'a text that only begins like headers',
      { mimeType: 'text/plain', text: 'Content-Type: none, and more' },
      { kind: 'text', text: 'Content-Type: none, and more' },
    ],
    ['JSON', { mimeType: 'application/json', text: '{"a":1}' }, { kind: 'json', value: { a: 1 } }],
    ['a number alone', { mimeType: 'text/plain', text: '7' }, { kind: 'text', text: '7' }],
    ['text', { mimeType: 'text/plain', text: 'checkin' }, { kind: 'text', text: 'checkin' }],
    ['something unreadable', { mimeType: 'application/pdf' }, { kind: 'opaque' }],
    ['nothing', null, { kind: 'none' }],
    ['nothing either', undefined, { kind: 'none' }],
  ])('%s', (_what, postData, expected) => {
    expect(bodyOf(postData)).toMatchObject(expected);
  });
});

describe('a body that an export left out', () => {
  const kindOf = (request: object) =>
    read(anEntry({ request: { method: 'POST', ...request } }))[0]?.exchange.body;
  test.each([
    ['its length was sent', header('Content-Length', '482')],
    ['its kind was sent', header('Content-Type', 'application/x-www-form-urlencoded')],
    ['the export says its size', { bodySize: 482 }],
    [
      'its text was emptied',
      { ...header('Content-Length', '482'), postData: { mimeType: 'text/plain', text: '', params: [] } },
    ],
  ])('was there and cannot be read: %s', (_why, request) => {
    expect(kindOf(request)).toEqual({ kind: 'opaque' });
  });

  test.each([
    ['a length of nothing', header('Content-Length', '0')],
    ['no size that anybody knows', { bodySize: -1 }],
    ['no size', { bodySize: 0 }],
    ['what a GET says it sends', { method: 'GET', ...header('Content-Type', 'application/json') }],
  ])('was not there: %s', (_why, request) => {
    expect(kindOf(request)).toEqual({ kind: 'none' });
  });
});

describe('the kind of a recorded request', () => {
  const dest = (value: string) => header('Sec-Fetch-Dest', value);
  const mode = (value: string) => header('Sec-Fetch-Mode', value);
  const page = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  test.each([
    ['document', {}, 'main_frame'],
    ['document', dest('iframe'), 'sub_frame'],
    ['xhr', {}, 'xmlhttprequest'],
    ['fetch', {}, 'xmlhttprequest'],
    ['ping', {}, 'ping'],
    ['image', {}, 'other'],
    [null, dest('document'), 'main_frame'],
    [null, dest('iframe'), 'sub_frame'],
    [null, dest('empty'), 'xmlhttprequest'],
    [null, dest('image'), 'other'],
    [null, header('Accept', page), 'main_frame'],
    [null, header('Accept', 'text/html, */*; q=0.01'), 'xmlhttprequest'],
    [null, header('Accept', '*/*'), 'xmlhttprequest'],
    [null, { method: 'POST', headers: [...dest('empty').headers, ...mode('no-cors').headers] }, 'ping'],
    [
      null,
      { method: 'GET', headers: [...dest('empty').headers, ...mode('no-cors').headers] },
      'xmlhttprequest',
    ],
    [
      null,
      { method: 'POST', headers: [...dest('empty').headers, ...mode('cors').headers] },
      'xmlhttprequest',
    ],
    [
      'fetch',
      { method: 'POST', headers: [...dest('empty').headers, ...mode('no-cors').headers] },
      'xmlhttprequest',
    ],
  ])('%s with %j is %s', (type, request, expected) => {
    expect(typeOf(type, request)).toBe(expected);
  });
});

test.each([
  ['of what was made, which Chromium writes down as a redirect', 201, '/media/7', null],
  ['of a redirect', 302, '/media/7', 'http://dms.test/media/7'],
])('the address %s', (_whose, status, redirectURL, redirect) => {
  expect(read(anEntry({ response: { status, redirectURL } }))[0]?.exchange.redirect).toBe(redirect);
});
