import { describe, expect, test } from 'vitest';
import { basesBelow } from '@/utils/community/address';
import { askingOnce, identify } from '@/utils/community/auth/identify';
import { createHttp } from '@/utils/community/http';
import type { Recogniser } from '@/utils/community/platform';
import { PLATFORMS } from '@/utils/community/register';
import { aPlace, find, INSTANCE } from './a-place';
import { aHouse } from './house';

describe('an address as people type it', () => {
  test.each([
    'https://x.example',
    'x.example',
    ' X.Example/ ',
    'https://x.example/@ann',
    'https://x.example/web/timelines/home',
    'https://x.example/index.php?a=b#c',
  ])('%s finds the platform at its root', async (typed) => {
    expect(await find({ '/api/v2/instance': INSTANCE }, typed)).toMatchObject({
      ok: true,
      value: { platform: { id: 'mastodon' }, base: 'https://x.example', name: 'Huis', version: '4.4.0' },
    });
  });

  test.each([
    ['https://x.example/wiki', '/wiki'],
    ['x.example/wiki/index.php/Hoofdpagina', '/wiki'],
    ['x.example/wiki/Hoofdpagina', '/wiki'],
    ['x.example/a/wiki/Pagina', '/a/wiki'],
    ['x.example/forum/t/titel/12', '/forum'],
  ])('%s finds what stands below a path', async (typed, path) => {
    const answers = { [`${path}/api/about`]: { text: '2' }, '/api/v2/instance': INSTANCE };
    expect(await find(answers, typed, [aHouse(), ...PLATFORMS])).toMatchObject({
      value: { platform: { id: 'house' }, base: `https://x.example${path}`, origin: 'https://x.example' },
    });
  });

  test('is looked for at its own path first, at its root last, and nowhere else', () => {
    const bases = (address: string) => basesBelow(new URL(address));
    expect(bases('https://x.example/')).toEqual(['https://x.example']);
    expect(bases('https://x.example/a/b/c/d')).toEqual([
      'https://x.example/a/b/c/d',
      'https://x.example/a/b/c',
      'https://x.example/a',
      'https://x.example',
    ]);
  });

  test.each([
    ['http://x.example', 'address-insecure'],
    ['dit is geen adres', 'address-invalid'],
    ['https://ann:geheim@x.example', 'address-invalid'],
  ])('%s is asked nothing', async (typed, code) => {
    const { http, asked } = aPlace({});
    expect(await identify(http, PLATFORMS, typed)).toMatchObject({ error: { code } });
    expect(asked).toEqual([]);
  });
});

describe('platforms', () => {
  const known = { base: 'https://api.example/v1/', name: '', version: '' };
  const byAddress: Recogniser = { byAddress: ({ hostname }) => (hostname === 'x.example' ? known : null) };

  test('one that has the same address for everybody is known without a question', async () => {
    const { http, asked } = aPlace({ '/api/v2/instance': INSTANCE });
    const platforms = [...PLATFORMS, aHouse({ recognise: byAddress })];
    expect(await identify(http, platforms, 'x.example')).toMatchObject({
      value: { platform: { id: 'house' }, base: 'https://api.example/v1', origin: 'https://api.example' },
    });
    expect(asked).toEqual([]);
  });

  test('one that sends us to an address that nobody may type is not followed', async () => {
    const recognise: Recogniser = { byAddress: () => ({ ...known, base: 'http://inside.example' }) };
    expect(await find({}, 'x.example', [aHouse({ recognise })])).toMatchObject({
      error: { code: 'address-insecure' },
    });
  });

  test('one that is too old is named with its version', async () => {
    const recognise: Recogniser = {
      ...aHouse().recognise,
      read: (_response, base) => ({ base, name: '', version: '0.3', tooOld: true }),
    };
    expect(await find({}, 'x.example', [aHouse({ recognise })])).toEqual({
      ok: false,
      error: { code: 'found-too-old', detail: 'Huis 0.3' },
    });
  });

  test('however many there are, a stranger is asked within bounds', async () => {
    const many = Array.from({ length: 80 }, (_, index) => {
      const probes = (base: string) => [{ method: 'GET', url: `${base}/${index}`, headers: {} }] as const;
      return aHouse({ recognise: { probes, read: () => null } });
    });
    const { http, asked } = aPlace({});
    await identify(http, many, 'x.example/a/b/c');
    expect(asked.length).toBeLessThanOrEqual(64);
  });
});

test('what anybody may read is asked for once; what a token is needed for, each time', async () => {
  const { http, asked } = aPlace({});
  const once = askingOnce(http);
  const request = { method: 'GET', url: 'https://x.example/a', headers: {} } as const;
  for (const authorization of [undefined, undefined, 'Bearer t', 'Bearer t'])
    await once({ ...request, headers: authorization === undefined ? {} : { authorization } }, 'connect');
  expect(asked).toHaveLength(3);
});

test('a look follows where it is led, without cookies, and says where it came out; nothing else does', async () => {
  const seen: RequestInit[] = [];
  const http = createHttp(async (_url, init) => {
    seen.push(init ?? {});
    const response = new Response('x');
    Object.defineProperties(response, { redirected: { value: true }, url: { value: 'https://x.example/b' } });
    return response;
  });
  const request = { method: 'GET', url: 'https://x.example/a', headers: {} } as const;
  expect(await http({ ...request, follows: true })).toMatchObject({ value: { url: 'https://x.example/b' } });
  await http(request);
  await http({ ...request, asSignedIn: true });
  expect(seen.map(({ redirect, credentials }) => [redirect, credentials])).toEqual([
    ['follow', 'omit'],
    ['manual', 'omit'],
    ['manual', 'include'],
  ]);
});
