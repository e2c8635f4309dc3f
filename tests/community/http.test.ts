import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttp, MOST_BYTES } from '@/utils/community/http';

let server: Server | undefined;

/** A real server on a free port of this machine. */
async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

afterEach(async () => {
  const running = server;
  server = undefined;
  running?.closeAllConnections();
  await new Promise<void>((resolve) => (running === undefined ? resolve() : running.close(() => resolve())));
});

const read = (url: string) => ({ method: 'GET', url, headers: {} }) as const;
const write = (url: string) =>
  ({ method: 'POST', url, headers: { 'idempotency-key': 'k' }, body: 'é' }) as const;

describe('http', () => {
  test('sends body and headers, and gives status, headers in lower case and text', async () => {
    const origin = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.writeHead(201, { 'X-Thing': 'yes' });
        response.end(`${request.method} ${request.headers['idempotency-key']} ${body}`);
      });
    });
    expect(await createHttp()(write(origin))).toMatchObject({
      ok: true,
      value: { status: 201, text: 'POST k é', headers: { 'x-thing': 'yes' } },
    });
  });

  test('asks no cache, and does not have a browser ask for leave before each write', async () => {
    const asked: (RequestInit | undefined)[] = [];
    const http = createHttp(async (_url, options) => {
      asked.push(options);
      return new Response('{}');
    });
    await http(read('https://a.example'));
    await http(write('https://a.example'));
    expect(asked.map((options) => options?.cache)).toEqual(['no-store', 'default']);
  });

  test('follows no redirect: a token belongs to one origin', async () => {
    let asked = 0;
    const origin = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    });
    expect(await createHttp()(write(origin))).toMatchObject({ value: { status: 302 } });
    expect(await createHttp()(read(origin))).toMatchObject({ value: { status: 302 } });
    expect(asked).toBe(2);
  });

  test('a redirect that a browser hides is one all the same', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    expect(await createHttp(async () => hidden)(write('https://a.example'))).toMatchObject({
      value: { status: 302 },
    });
  });

  test.each([
    ['a read', read, 'no'],
    ['a write', write, 'unknown'],
  ] as const)('%s that nobody answers', async (_what, request, applied) => {
    const origin = await serve((_request, response) => response.destroy());
    expect(await createHttp()(request(origin))).toEqual({
      ok: false,
      error: { kind: 'retry', applied, answered: false },
    });
  });

  test('a body that drips slower than the time for the whole answer is given up', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200).write('{"id":');
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const started = Date.now();
    expect(await createHttp(fetch, 150)(write(origin))).toMatchObject({
      error: { kind: 'retry', applied: 'unknown' },
    });
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  test('an answer without end is given up after a mebibyte', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200);
      response.end('x'.repeat(MOST_BYTES + 1));
    });
    expect(await createHttp()(write(origin))).toEqual({
      ok: false,
      error: { kind: 'retry', applied: 'unknown', answered: true },
    });
  });

  test('sends no cookies and tells nobody where it comes from', async () => {
    const requests: RequestInit[] = [];
    const spy: typeof fetch = async (_url, init) => {
      requests.push(init ?? {});
      return new Response('');
    };
    await createHttp(spy)(read('https://a.example'));
    expect(requests[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('takes the cookies of the person’s own sign-in along only where a request asks for them', async () => {
    const credentials: unknown[] = [];
    const spy: typeof fetch = async (_url, init) => {
      credentials.push(init?.credentials);
      return new Response('');
    };
    await createHttp(spy)({ ...read('https://a.example'), asSignedIn: true });
    await createHttp(spy)(read('https://a.example'));
    expect(credentials).toEqual(['include', 'omit']);
  });
});
