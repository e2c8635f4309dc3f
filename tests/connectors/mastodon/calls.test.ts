import { expect, test } from 'vitest';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { DAY_MS } from '@/utils/kernel/clock';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://social.example');
const connector = createMastodon(() => START);

const announced = {
  id: '7',
  content: '<p>Deze maand:<br />vernietigingslijsten &amp; &lt;b&gt;</p><p>Vertel!</p>',
  starts_at: '2026-12-01T10:00:00.000Z',
  ends_at: '2026-12-31T23:59:59.999Z',
  all_day: true,
  tags: [{ name: 'vernietigingslijsten', url: 'https://social.example/tags/x' }, { name: 'selectie' }],
};
const call = {
  id: '7',
  text: 'Deze maand: vernietigingslijsten & <b> Vertel!',
  words: ['vernietigingslijsten', 'selectie'],
  from: new Date(2026, 11, 1).getTime(),
  until: new Date(2027, 0, 1).getTime(),
};

function read(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return connector.read({ verb: 'calls' }, { status, headers: {}, text }, account);
}

test('announcements are asked for as Mastodon has them', () => {
  const { method, url, headers } = connector.build({ verb: 'calls' }, account);
  expect([method, url]).toEqual(['GET', 'https://social.example/api/v1/announcements']);
  expect(headers.authorization).toBe('Bearer secret');
});

test('one with tags and an end is a call, as plain text, for whole days where the reader is', () => {
  expect(read(200, [announced])).toEqual({ ok: true, value: [call] });
});

test('one for hours is a call for those hours', () => {
  const hours = { ...announced, all_day: false, starts_at: null };
  expect(read(200, [hours])).toEqual({
    ok: true,
    value: [{ ...call, from: 0, until: Date.parse(announced.ends_at) }],
  });
});

test.each<[string, object]>([
  ['without tags, as most servers have', { tags: [] }],
  ['that says nothing of tags', { tags: undefined }],
  ['without an end', { ends_at: null }],
  ['with an end that is none', { ends_at: 'soon', all_day: false }],
  ['without text', { content: '<p> </p>' }],
  ['with a word that is none', { tags: [{ name: '' }] }],
])('one %s is no call', (_what, change) => {
  expect(read(200, [{ ...announced, ...change }])).toEqual({ ok: true, value: [] });
});

test('what is endless is cut', () => {
  const endless = {
    ...announced,
    content: '😀'.repeat(10_000),
    tags: Array.from({ length: 1_000 }, (_, n) => ({ name: `woord${n}` })),
  };
  const found = read(
    200,
    Array.from({ length: 100 }, () => endless),
  );
  if (!('ok' in found) || !found.ok) throw new Error('not read');
  expect(found.value).toHaveLength(20);
  expect(found.value[0]?.text.length).toBeLessThanOrEqual(200);
  expect(found.value[0]?.words).toHaveLength(20);
});

test.each([
  [200, '<html>'],
  [200, { error: 'no' }],
  [404, { error: 'Record not found' }],
  [401, { error: 'The token is invalid' }],
])('%i %j is no answer', (status, body) => {
  expect(read(status, body)).toMatchObject({ ok: false });
});

test('a day is at least as long as a day', () => {
  const oneDay = { ...announced, ends_at: announced.starts_at };
  const found = read(200, [oneDay]);
  if (!('ok' in found) || !found.ok) throw new Error('not read');
  const [{ from, until } = call] = found.value;
  expect(until - from).toBe(DAY_MS);
});
