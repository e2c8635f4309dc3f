import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNetwork } from '@/entrypoints/background/network';
import { applicationsOf } from '@/entrypoints/background/sign-in-ports';
import type { PlainRequest } from '@/utils/community/connector';
import { fail, succeed } from '@/utils/kernel/result';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import { PROBLEMS } from '@/utils/messaging/contract';
import { exportData } from '@/utils/storage/export-data';
import { aBackground, framed, inPage, NOW, popup } from '../support/background-world';
import { must } from '../support/outbox-world';

const REDIRECT = 'https://abc.chromiumapp.org/';
const ANSWERS: Record<string, unknown> = {
  '/api/v2/instance': { title: 'Huis', version: '4.4.0', configuration: {} },
  '/api/v1/apps': { client_id: 'id', client_secret: 'hush' },
  '/oauth/token': { access_token: 'tok', token_type: 'Bearer', scope: 'read:accounts write:statuses' },
  '/api/v1/accounts/verify_credentials': { id: '1', username: 'ann' },
};

function world() {
  const background = aBackground();
  const requests: PlainRequest[] = [];
  const silent = new Set<string>();
  const answers = { ...ANSWERS };
  Object.assign(
    background.services,
    createNetwork(background.db, background.services.clock, async (request) => {
      requests.push(request);
      const { pathname } = new URL(request.url);
      if (silent.has(pathname)) return fail({ kind: 'retry', applied: 'unknown', answered: false });
      const status = Object.hasOwn(answers, pathname) ? 200 : 404;
      return succeed({ status, headers: {}, text: JSON.stringify(answers[pathname] ?? 'no') });
    }),
  );
  return { ...background, requests, silent, answers };
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue(REDIRECT);
  vi.spyOn(fakeBrowser.identity, 'launchWebAuthFlow').mockImplementation(
    (async (flow: { url: string }) =>
      `${REDIRECT}?code=c&state=${new URL(flow.url).searchParams.get('state')}`) as never,
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('what was found', () => {
  test('is told with the ways that stand open, what each takes, and where sign-in comes back to', async () => {
    const { ask, db } = world();
    const found = must(
      await ask<'community:identify'>('community:identify', { address: 'huis.example/@an' }, popup),
    );
    expect(found).toMatchObject({
      platform: 'mastodon',
      title: 'Mastodon',
      name: 'Huis',
      version: '4.4.0',
      address: 'https://huis.example',
      redirectAddress: REDIRECT,
      ways: [
        { way: 'oauth', needs: [], origins: ['https://huis.example'], signsInAt: 'https://huis.example' },
        { way: 'token', needs: ['secret'], tokenPage: 'https://huis.example/settings/applications/new' },
      ],
    });
    expect(found.ways[0]?.asksFor).toContain('write:statuses');
    expect(await db.communities.count()).toBe(0);
    expect((await db.requests.toArray()).every(({ purpose }) => purpose === 'connect')).toBe(true);
  });

  test('is told as a problem that says what stands there', async () => {
    const { ask, silent } = world();
    const identify = (address: string) => ask('community:identify', { address }, popup);
    expect(await identify('http://huis.example')).toMatchObject({ error: { code: 'address-insecure' } });
    silent.add('/api/v2/instance');
    expect(await identify('huis.example')).toEqual({
      ok: false,
      error: { code: 'community-unreachable', detail: 'huis.example' },
    });
  });

  test.each(PROBLEMS)('%s has a sentence in the catalogue', (code) => {
    const sentence = createText('nl', nl)(`errors.${code}`, { detail: 'x.example' });
    expect(sentence).toMatch(/[.!?]$/u);
  });
});

test('signing in says what the token may do, in the platform’s own words, and shows no token to anybody', async () => {
  const { ask, db } = world();
  const wanted = { address: 'huis.example', scope: 'own', way: 'oauth' };
  const signing = must(await ask<'community:sign-in'>('community:sign-in', wanted, popup));
  expect(signing).toMatchObject({
    state: 'connected',
    community: {
      platform: 'Mastodon',
      signedInBy: 'oauth',
      mayDo: ['read:accounts', 'write:statuses'],
      evidence: { kind: 'contract' },
    },
  });
  expect(JSON.stringify(signing)).not.toMatch(/tok|hush/u);
  expect(await exportData(db, NOW)).not.toMatch(/"tok"|hush/u);
});

test('leaving waits for nobody, and takes the token back where somebody answers', async () => {
  const { ask, db, requests } = world();
  const { id } = must(
    await ask<'community:connect'>('community:connect', { address: 'huis.example', scope: 'own' }, popup),
  );
  must(await ask('community:remove', { communityId: id }, popup));
  expect(await db.tokens.count()).toBe(0);
  await vi.waitFor(() => expect(requests.at(-1)?.url).toBe('https://huis.example/oauth/revoke'));
  expect(new URLSearchParams(requests.at(-1)?.body).get('token')).toBe('tok');
});

test('a sign-in that nobody began has expired, and none waits', async () => {
  const { ask } = world();
  expect(must(await ask('community:sign-ins', {}, popup))).toEqual([]);
  must(await ask('community:sign-in-cancel', { id: 'x' }, popup));
  expect(await ask('community:sign-in-step', { id: 'x' }, popup)).toMatchObject({
    error: { code: 'sign-in-expired' },
  });
});

test.each([framed, inPage, null])('no page but our own may sign in or ask who waits', async (caller) => {
  const { ask, requests } = world();
  for (const [name, request] of [
    ['community:identify', { address: 'huis.example' }],
    ['community:sign-in', { address: 'huis.example', scope: 'own', way: 'oauth' }],
    ['community:sign-in-step', { id: 'x' }],
    ['community:sign-ins', {}],
    ['community:application', { platform: 'mastodon', address: null, clientId: 'x', tenant: null }],
  ] as const)
    expect(await ask(name, request, caller)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect(requests).toEqual([]);
});

describe('what an administrator gave out', () => {
  const given = (clientId: string, address: string | null = null, tenant: string | null = null) => ({
    platform: 'house',
    address,
    clientId,
    tenant,
  });

  test('stands by policy before options, for one address before any, and for no other platform', () => {
    const own = [given('own'), given('own-here', 'https://x.example/chat/')];
    const base = 'https://x.example/chat';
    expect(applicationsOf({}, own)('house', base)?.clientId).toBe('own-here');
    expect(applicationsOf({}, own)('house', 'https://y.example')?.clientId).toBe('own');
    expect(applicationsOf({}, own)('other', base)).toBeNull();
    const policy = { applications: [{ platform: 'house', clientId: 'policy', tenant: 'org' }] };
    expect(applicationsOf(policy, [given('own')])('house', base)).toEqual({
      clientId: 'policy',
      tenant: 'org',
      byPolicy: true,
    });
  });

  test('is kept once for each platform and address, and goes with an empty id', async () => {
    const { ask, services } = world();
    const keep = (clientId: string) => ask('community:application', given(clientId), popup);
    must(await keep('een'));
    must(await keep(' twee '));
    expect((await services.settings()).applications).toEqual([given('twee')]);
    must(await keep(''));
    expect((await services.settings()).applications).toEqual([]);
  });
});
