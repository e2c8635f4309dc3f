import { describe, expect, test } from 'vitest';
import { identify } from '@/utils/community/auth/identify';
import type { PlainRequest } from '@/utils/community/connector';
import { PLATFORMS } from '@/utils/community/register';
import { fail, succeed } from '@/utils/kernel/result';
import { type Answer, aPlace, find, page } from './a-place';
import { aHouse } from './house';

describe('what was found instead', () => {
  const nodeinfo = (href: string): Record<string, Answer> => ({
    '/.well-known/nodeinfo': { text: JSON.stringify({ links: [{ rel: 'x', href }] }) },
    '/nodeinfo/2.0': { text: JSON.stringify({ software: { name: 'lemmy', version: '0.19.3' } }) },
  });
  test.each<[string, Record<string, Answer>, string, string]>([
    ['nothing', {}, 'not-a-community', 'x.example'],
    ['no answer', { '*': 'silence' }, 'community-unreachable', 'x.example'],
    ['a server that is ill', { '*': { status: 503 } }, 'community-unreachable', 'x.example'],
    ['a web page', { '/': page('Het &amp;\n intranet') }, 'found-page', 'Het & intranet'],
    ['a page without a title', { '/': page(' ') }, 'not-a-community', 'x.example'],
    [
      'a page that is ill',
      { '/': { status: 404, ...page('Niet gevonden') } },
      'not-a-community',
      'x.example',
    ],
    ['a sign-in page', { '/': page('Welkom', '<input id=p type="password">') }, 'found-sign-in', 'x.example'],
    [
      'a browser’s own sign-in',
      { '*': { status: 401, headers: { 'www-authenticate': 'Basic' } } },
      'found-sign-in',
      'x.example',
    ],
    [
      'another’s sign-in page',
      { '/': { url: 'https://login.other.example/x' } },
      'found-sign-in',
      'x.example',
    ],
    ['its own sign-in page', { '/': { url: 'https://x.example/sso/start' } }, 'found-sign-in', 'x.example'],
    ['lessons', { '/': { url: 'https://x.example/lessons', ...page('Lessen') } }, 'found-page', 'Lessen'],
    ['another address', { '/': { url: 'https://new.example/' } }, 'found-moved', 'https://new.example'],
    [
      'a way to another address',
      { '/': { status: 301, headers: { location: 'https://new.example/y' } } },
      'found-moved',
      'https://new.example',
    ],
    ['a way that a browser hides', { '/': { status: 302 } }, 'found-elsewhere', 'x.example'],
    ['other software', nodeinfo('https://x.example/nodeinfo/2.0'), 'found-other', 'lemmy 0.19.3'],
    [
      'what another says about it',
      nodeinfo('https://evil.example/nodeinfo/2.0'),
      'not-a-community',
      'x.example',
    ],
    ['a page without an end', { '/': { text: '<input '.repeat(100_000) } }, 'not-a-community', 'x.example'],
  ])('%s', async (_what, answers, code, detail) => {
    expect(await find(answers)).toEqual({ ok: false, error: { code, detail } });
  });

  test('a page that leads to where we may not go is told from a host that is silent', async () => {
    const http = async ({ follows }: PlainRequest) =>
      follows === true
        ? fail({ kind: 'retry', applied: 'no', answered: false } as const)
        : succeed({ status: 302, headers: {}, text: '' });
    expect(await identify(http, PLATFORMS, 'x.example')).toMatchObject({
      error: { code: 'found-elsewhere' },
    });
  });

  test('a host that gives no answer is not asked for everything', async () => {
    const { http, asked } = aPlace({ '*': 'silence' });
    await identify(http, [...PLATFORMS, aHouse(), aHouse(), aHouse()], 'x.example/a/b');
    expect(asked.length).toBeLessThanOrEqual(4);
  });
});
