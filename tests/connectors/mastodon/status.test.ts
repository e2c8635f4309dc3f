import { describe, expect, test } from 'vitest';
import type { Failure, PlainResponse } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://social.example');
const connector = createMastodon(() => START);
const send = {
  verb: 'send',
  text: 'Titel\n\nRef. DG-7F3K-2Q9D',
  language: 'nl-BE',
  audience: 'members',
  placeId: null,
  key: 'key-1',
} as const;

function answer(status: number, body: unknown, headers: Record<string, string> = {}): PlainResponse {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

const unknown = (extra = {}): Failure => ({ kind: 'retry', applied: 'unknown', answered: true, ...extra });
const notApplied = (extra = {}): Failure => ({ kind: 'retry', applied: 'no', answered: true, ...extra });

describe('what an answer to a post means', () => {
  test.each<[number, unknown, Record<string, string>, Failure]>([
    [200, '<html>portal</html>', {}, unknown({ answered: false })],
    [200, '{"id":"1","acc', {}, unknown({ answered: false })],
    [200, '', {}, unknown({ answered: false })],
    [200, { id: 7 }, {}, unknown({ answered: false })],
    [301, '', { location: 'https://new.example/api' }, { kind: 'moved', to: 'https://new.example' }],
    [302, '', { location: '/relative' }, { kind: 'moved' }],
    [400, { error: 'bad' }, {}, { kind: 'invalid', message: 'bad' }],
    [400, { error: 'Duplicate idempotency key.' }, {}, { kind: 'duplicate' }],
    [
      400,
      { error: 'status too long, 5001 characters provided but limit of 5000' },
      {},
      { kind: 'too-long', max: 5000 },
    ],
    [400, { success: false, error: { issues: [] } }, {}, { kind: 'invalid', message: '' }],
    [401, { error: 'The access token is invalid' }, {}, { kind: 'auth', why: 'expired' }],
    [403, { error: 'This action is not allowed' }, {}, { kind: 'auth', why: 'forbidden' }],
    [404, { error: 'Record not found' }, {}, { kind: 'gone' }],
    [405, 'no', {}, { kind: 'invalid', message: '' }],
    [408, '', {}, unknown()],
    [409, '', {}, unknown()],
    [410, { error: 'Removed', id: '12' }, {}, { kind: 'gone', postId: '12' }],
    [410, '', {}, { kind: 'gone' }],
    [413, '', {}, { kind: 'too-long' }],
    [
      422,
      { error: 'Validation failed: Text character limit of 500 exceeded' },
      {},
      { kind: 'too-long', max: 500 },
    ],
    [422, { error: ' Validation\n failed: x' }, {}, { kind: 'invalid', message: 'Validation failed: x' }],
    [425, '', {}, notApplied()],
    [429, '', { 'retry-after': '7' }, notApplied({ afterMs: 7_000 })],
    [429, '', { 'retry-after': 'Tue, 24 Nov 2026 09:00:30 GMT' }, notApplied({ afterMs: 30_000 })],
    [429, '', { 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' }, notApplied({ afterMs: 0 })],
    [429, '', { 'retry-after': '-5' }, notApplied()],
    [429, '', { 'retry-after': 'soon' }, notApplied()],
    [429, '', { 'x-ratelimit-reset': '2026-11-24T09:05:00.000000Z' }, notApplied({ afterMs: 300_000 })],
    [429, '', { 'x-ratelimit-reset': '1795510860' }, notApplied({ afterMs: 60_000 })],
    [500, { error: 'x' }, {}, unknown()],
    [502, '', {}, unknown()],
    [503, '', { 'retry-after': '60' }, unknown({ afterMs: 60_000 })],
    [504, '', {}, unknown()],
  ])('%i %j %j', (status, body, headers, failure) => {
    expect(connector.read(send, answer(status, body, headers), account)).toEqual({
      ok: false,
      error: failure,
    });
  });

  test('"until" is counted by the clock of the server that said it', () => {
    const headers = { 'retry-after': 'Tue, 24 Nov 2020 09:00:30 GMT', date: 'Tue, 24 Nov 2020 09:00:00 GMT' };
    expect(connector.read(send, answer(429, '', headers), account)).toMatchObject({
      error: { afterMs: 30_000 },
    });
  });

  const status = { id: '12', url: 'https://social.example/@ann/12', account: { id: '1' }, content: '' };
  test.each([
    [200, status, 'https://social.example/@ann/12'],
    [201, { ...status, url: null, uri: 'https://social.example/u/12' }, 'https://social.example/u/12'],
    [202, { ...status, url: 'javascript:alert(1)' }, 'https://social.example/web/statuses/12'],
  ])('%i with a post is delivered, with a link that a person can open', (code, body, url) => {
    expect(connector.read(send, answer(code, body), account)).toEqual(
      succeed({ ref: { id: '12', url }, held: false }),
    );
  });
});

test.each([
  ['12', '2026-11-24T09:05:00.000000Z', { left: 12, resetMs: 300_000 }],
  ['0', '60', { left: 0, resetMs: 60_000 }],
  ['0', '1795510860', { left: 0, resetMs: 60_000 }],
  ['0', '2026-11-24T08:00:00.000000Z', { left: 0, resetMs: 0 }],
  ['0', 'soon', undefined],
  ['-1', '60', undefined],
  ['few', '60', undefined],
])('a post that went well with %s requests left until %s says so', (remaining, reset, allowance) => {
  const headers = { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset };
  const reading = connector.read(send, answer(200, { id: '7', account: { id: '1' } }, headers), account);
  expect(reading).toMatchObject({ ok: true, value: { ref: { id: '7' } } });
  expect('ok' in reading && reading.ok && reading.value.allowance).toEqual(allowance);
});
