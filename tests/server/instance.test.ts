import { describe, expect, test } from 'vitest';
import { aMember, aServer, ORIGIN, post } from './support';

async function ask(server: Awaited<ReturnType<typeof aServer>>, path: string) {
  const answer = await server.request(path);
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, never>,
  };
}

describe('what the server says of itself', () => {
  test('is whole for apps that stop at a missing field', async () => {
    const { body } = await ask(await aServer(), '/api/v2/instance');
    expect(body).toMatchObject({
      title: 'Proef',
      domain: '127.0.0.1:8700',
      version: expect.stringMatching(/^4\.\d+\.\d+ \(compatible; Deelgenoot /),
      source_url: `${ORIGIN}/`,
      thumbnail: { url: `${ORIGIN}/assets/avatar.svg` },
      registrations: { enabled: false },
      contact: { email: '' },
      configuration: {
        urls: { streaming: 'ws://127.0.0.1:8700' },
        statuses: { max_characters: 5000, max_media_attachments: 4 },
        media_attachments: { supported_mime_types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] },
        polls: { max_options: 0, max_characters_per_option: 0, min_expiration: 0, max_expiration: 0 },
        timelines_access: { live_feeds: { local: 'authenticated' } },
      },
    });
  });

  test('names no address but its own', async () => {
    const server = await aServer();
    for (const path of ['/api/v1/instance', '/api/v2/instance', '/.well-known/nodeinfo']) {
      const text = await (await server.request(path)).text();
      const hosts = [...text.matchAll(/(?:https?|wss?):\/\/([^"/]+)/g)].map(([, host]) => host);
      const schemas = 'nodeinfo.diaspora.software';
      expect(new Set(hosts.filter((host) => host !== schemas))).toEqual(new Set(['127.0.0.1:8700']));
    }
  });

  test('counts members and posts, and counts again some seconds later', async () => {
    const server = await aServer();
    const stats = async () => (await ask(server, '/api/v1/instance')).body.stats;
    expect(await stats()).toEqual({ user_count: 0, status_count: 0, domain_count: 1 });
    const { token } = await aMember(server);
    await post(server, token, 'Eerste');
    expect(await stats()).toMatchObject({ user_count: 0, status_count: 0 });
    server.time.now += 5_000;
    expect(await stats()).toMatchObject({ user_count: 1, status_count: 1 });
  });

  test.each([
    ['rules', []],
    ['peers', []],
    ['activity', []],
    ['domain_blocks', []],
    ['translation_languages', {}],
    ['extended_description', { content: '', updated_at: expect.stringMatching(/^2026-11-24T/) }],
    ['languages', expect.arrayContaining([{ code: 'nl', name: 'Nederlands' }])],
  ])('/api/v1/instance/%s', async (name, expected) => {
    expect(await ask(await aServer(), `/api/v1/instance/${name}`)).toMatchObject({
      status: 200,
      body: expected,
    });
  });

  test.each(['privacy_policy', 'terms_of_service'])('there is no %s, and it says so', async (name) => {
    const { status, body } = await ask(await aServer(), `/api/v1/instance/${name}`);
    expect({ status, body }).toEqual({ status: 404, body: { error: 'Record not found' } });
  });
});

describe('nodeinfo', () => {
  test('every version that is listed is there, and says that it speaks Mastodon’s API', async () => {
    const server = await aServer();
    const { body } = await ask(server, '/.well-known/nodeinfo');
    const links = (body as unknown as { links: { rel: string; href: string }[] }).links;
    expect(links).toHaveLength(2);
    for (const { rel, href } of links) {
      const found = await ask(server, href.slice(ORIGIN.length));
      expect(found.headers.get('access-control-allow-origin')).toBe('*');
      expect(found.headers.get('content-type')).toContain(rel);
      expect(found.body).toMatchObject({
        version: rel.split('/').at(-1),
        software: { name: 'deelgenoot', version: '0.1.0' },
        openRegistrations: false,
        usage: { users: { total: 0 }, localPosts: 0 },
        metadata: { upstream: { name: 'mastodon' } },
      });
    }
  });

  test('there is nobody to find for other servers', async () => {
    const server = await aServer();
    for (const path of ['/.well-known/host-meta', '/.well-known/webfinger?resource=acct:anna@x.example']) {
      expect(await ask(server, path)).toMatchObject({ status: 404, body: { error: 'Record not found' } });
    }
  });
});
