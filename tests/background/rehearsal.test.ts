import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aBackground, framed, popup } from '@/tests/support/background-world';
import { must } from '@/tests/support/outbox-world';

afterEach(() => vi.restoreAllMocks());

test('a rehearsal is looked at and forgotten: no row anywhere, no request', async () => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { db, ask, server } = aBackground();
  const text = 'Mevrouw 93.05.18-223.61 en daarna 93.05.18-223.61 nog eens.';
  const looked = must(await ask<'rehearsal:look'>('rehearsal:look', { text }, popup));
  expect(looked.text).toBe(text);
  expect(looked.found.map(({ kind }) => kind)).toEqual(['national-number', 'national-number']);
  expect(looked.masked).toBe('Mevrouw [rijksregisternummer] en daarna [rijksregisternummer] nog eens.');
  const kept = await Promise.all(db.tables.map(async (table) => JSON.stringify(await table.toArray())));
  expect(kept.join()).not.toContain('223');
  expect(server.requests).toEqual([]);
});

test('only a page of ours may rehearse', async () => {
  const { ask } = aBackground();
  const asked = await ask<'rehearsal:look'>('rehearsal:look', { text: 'x' }, framed);
  expect(asked).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});
