import { expect, test } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://social.example');
const invite = { verb: 'invite', uses: 10, days: 14 } as const;

const share = {
  mail: 'mailto:?subject=Kom&body=Lees',
  facebook: 'https://www.facebook.com/sharer/sharer.php?u=x',
  linkedin: 'https://www.linkedin.com/sharing/share-offsite/?url=x',
  teams: 'https://teams.microsoft.com/share?href=x&msgText=y',
  whatsapp: 'https://wa.me/?text=y',
};
const message = { language: 'nl', subject: 'Kom', text: 'Lees mee', share };
const url = 'https://social.example/invitation/geheim';

const connector = createMastodon(() => START);

function answer(status: number, body: unknown): PlainResponse {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

const read = (status: number, body: unknown) => connector.read(invite, answer(status, body), account);

test('a link is asked for with how many may use it and how long', () => {
  const { method, url: address, headers, body } = connector.build(invite, account);
  expect(`${method} ${address}`).toBe('POST https://social.example/api/deelgenoot/v1/invitations');
  expect(headers).toMatchObject({ authorization: 'Bearer secret', 'content-type': 'application/json' });
  expect(JSON.parse(body ?? '')).toEqual({ uses: 10, days: 14 });
});

test('only a server that says so has invitations', () => {
  const canInvite = (deelgenoot?: unknown) =>
    connector.read(
      { verb: 'capabilities' },
      answer(200, { title: 'Huis', version: '4.4.0', configuration: { deelgenoot } }),
      account,
    );
  expect(canInvite({ idempotency: 'forever', invitations: true })).toMatchObject({
    value: { canInvite: true },
  });
  expect(canInvite({ idempotency: 'forever' })).toMatchObject({ value: { canInvite: false } });
  expect(canInvite()).toMatchObject({ value: { canInvite: false } });
});

test('a link comes with its texts, and nothing else of the answer', () => {
  expect(read(200, { id: '1', url, uses: 10, expires_at: 'x', messages: [message] })).toEqual({
    ok: true,
    value: { kind: 'made', url, messages: [message] },
  });
});

test('too early is an answer, not a failure', () => {
  const body = { error: 'Too few practices', deelgenoot: { readable: 1, needed: 3 } };
  expect(read(403, body)).toEqual({ ok: true, value: { kind: 'too-early', readable: 1, needed: 3 } });
  expect(read(403, { error: 'This action is outside the authorized scopes' })).toMatchObject({
    error: { kind: 'auth', why: 'forbidden' },
  });
});

test.each(['https://elsewhere.example/invitation/x', 'http://social.example/invitation/x'])(
  'a link to %s, away from the community, is refused',
  (foreign) => {
    expect(read(200, { url: foreign, messages: [message] })).toMatchObject({ error: { kind: 'invalid' } });
  },
);

test.each<[string, unknown]>([
  ['HTML', '<!doctype html>'],
  ['no link', { messages: [message] }],
  ['a link that is code', { url: 'no link', messages: [message] }],
  ['no text', { url, messages: [] }],
  ['a language that is none', { url, messages: [{ ...message, language: '../x' }] }],
  ...Object.keys(share).map((target): [string, unknown] => [
    `a ${target} address that leads elsewhere`,
    { url, messages: [{ ...message, share: { ...share, [target]: 'javascript:alert(1)' } }] },
  ]),
  [
    'a host that only begins alike',
    {
      url,
      messages: [{ ...message, share: { ...share, teams: 'https://teams.microsoft.com.evil.example/' } }],
    },
  ],
])('an answer with %s is unreadable: nobody knows whether a link was made', (_what, body) => {
  expect(read(200, body)).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
});
