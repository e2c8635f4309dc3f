import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { PlainResponse } from '@/utils/community/connector';
import { entraProfile } from '@/utils/community/microsoft/entra';
import {
  batchAnswers,
  batchRequest,
  graphFailure,
  readMember,
  readPage,
} from '@/utils/community/microsoft/graph';
import { titled, untitled } from '@/utils/community/microsoft/titled';
import { read } from '@/utils/practice/read';
import { render } from '@/utils/practice/render';
import { tidy } from '@/utils/practice/tidy';
import { isReply } from '@/utils/practice/words';
import { START } from '../../support/outbox-world';
import { references, sendable, WORDINGS } from '../../support/practices';

const json = (status: number, body: unknown, headers = {}): PlainResponse => ({
  status,
  headers,
  text: JSON.stringify(body),
});

describe('several requests in one', () => {
  test('in turn, each waits for the one before it', () => {
    const { url, body } = batchRequest(
      't',
      [
        { method: 'POST', path: '/a', content: { x: 1 } },
        { method: 'GET', path: '/b' },
      ],
      true,
    );
    expect(url).toBe('https://graph.microsoft.com/v1.0/$batch');
    expect(JSON.parse(body ?? '')).toEqual({
      requests: [
        {
          id: '0',
          method: 'POST',
          url: '/a',
          headers: { 'content-type': 'application/json' },
          body: { x: 1 },
        },
        { id: '1', method: 'GET', url: '/b', dependsOn: ['0'] },
      ],
    });
  });

  test('answers come in any order, and are read as if each had come alone', () => {
    const responses = [
      { id: '1', status: 204 },
      { id: '0', status: 429, headers: { 'Retry-After': 9 }, body: { error: {} } },
    ];
    expect(batchAnswers(json(200, { responses }), 2)).toEqual([
      { status: 429, headers: { 'retry-after': '9' }, text: '{"error":{}}' },
      { status: 204, headers: {}, text: '' },
    ]);
  });

  test.each([[{}], [{ responses: [{ id: '0', status: 200 }] }], [{ responses: 'x' }], [null]])(
    '%j is none',
    (body) => {
      expect(batchAnswers(json(200, body), 2)).toBeNull();
    },
  );
});

describe('refusals', () => {
  test.each([
    [401, { code: 'InvalidAuthenticationToken' }, { kind: 'auth', why: 'expired' }],
    [403, { code: 'accessDenied' }, { kind: 'auth', why: 'forbidden' }],
    [412, { code: 'resourceModified' }, { kind: 'conflict' }],
    [404, {}, { kind: 'gone' }],
    [503, {}, { kind: 'retry', applied: 'unknown', answered: true, afterMs: 5_000 }],
    [400, { message: 'Anders' }, { kind: 'invalid', message: 'Anders' }],
    [400, {}, { kind: 'invalid', message: '' }],
  ])('%i %j', (status, error, means) => {
    const headers = status === 503 ? { 'retry-after': '5' } : {};
    expect(graphFailure(json(status, { error }, headers), true, START)).toEqual(means);
  });
});

test('a member without a name is shown by address, and one without an address by id', () => {
  expect(readMember(json(200, { id: '1', userPrincipalName: 'ann@a.be' }))).toMatchObject({
    value: { name: 'ann@a.be' },
  });
  expect(readMember(json(200, { id: '1', displayName: null }))).toEqual({
    ok: true,
    value: { id: '1', name: '1', handle: '1' },
  });
});

test('a tenant is a name, and never a part of an address', () => {
  const { endpoints } = entraProfile('x');
  fc.assert(
    fc.property(fc.string(), (tenant) => {
      const found = endpoints('https://a.example', tenant);
      if (found === null) return;
      expect(new URL(found.token).href).toBe(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`);
    }),
  );
});

describe('a page of a list', () => {
  test.each([[{ href: 'x' }], [5], [['x']]])('that goes on at %j is not the last one', (link) => {
    expect(readPage(json(200, { value: [], '@odata.nextLink': link }), z.unknown())).toBeNull();
  });

  test.each([[{}], [{ '@odata.nextLink': null }]])('with %j is', (link) => {
    expect(readPage(json(200, { value: [], ...link }), z.unknown())).toEqual({ items: [], next: null });
  });
});

describe('a title apart', () => {
  test('a practice is the same before and after', () => {
    fc.assert(
      fc.property(sendable, references, (practice, reference) => {
        const words = WORDINGS[practice.language as keyof typeof WORDINGS] ?? WORDINGS.nl;
        const written = render(practice, reference, words, 'html');
        const { title, html } = titled(written, 'html', !isReply(practice));
        expect(title?.includes('\n') ?? false).toBe(false);
        expect(read(untitled(title, html), WORDINGS)).toEqual({ practice: tidy(practice), reference });
      }),
    );
  });

  test.each([
    ['Een alinea', null],
    [`${'x'.repeat(256)}\n\ny`, null],
    ['Regel een\nregel twee\n\ny', null],
    ['**Kop**\n\ny', 'Kop'],
    ['*Kop*\n\ny', '*Kop*'],
    ['- Kop\n\ny', '- Kop'],
  ])('%j', (text, title) => {
    expect(titled(text).title).toBe(title);
  });
});

test.each<[string | null, string | undefined]>([
  ['ann@stad.example', 'ann@stad.example'],
  ['ann_elders.example#EXT#@stad.onmicrosoft.com', undefined], // a guest, who signs in by another name
  [null, undefined],
])('who is called %s there signs in by %s', (userPrincipalName, signInName) => {
  const me = readMember(json(200, { id: '1', displayName: 'Ann', userPrincipalName }));
  expect(me.ok && me.value.signInName).toBe(signInName);
});
