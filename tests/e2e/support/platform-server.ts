import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Fake, Specimen } from '@/tests/connectors/kit/specimen';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { systemClock } from '@/utils/kernel/clock';

/** A specimen's fake that people reach by an address. */
export interface PlatformServer {
  readonly fake: Fake;
  readonly address: string;
  /** What was given out before opens nothing any more; this does. */
  renew(token: string): void;
  /** Every write is answered like this, and does nothing; null: as the platform does. */
  refuse(answer: PlainResponse | null): void;
}

/** A fake calls itself by an address at which nothing stands. */
export interface Names {
  readonly said: string;
  readonly real: string;
}

/** Serves a platform over real HTTP, until the test has finished. */
export async function servePlatform({ account, create }: Specimen): Promise<PlatformServer> {
  const fake = create(systemClock);
  let token = account.token;
  let refusal: PlainResponse | null = null;
  const said = new URL(account.base).origin;
  const real = await listen(async (request, response) => {
    const asked = await requestOf(request, { said, real });
    const letIn = (value: string): string =>
      token === account.token ? value : value.replace(account.token, 'revoked').replace(token, account.token);
    const headers = Object.entries(asked.headers).map(([name, value]) => [name, letIn(value)]);
    const refused = asked.method === 'GET' ? null : refusal;
    const answer = refused ?? fake.answer({ ...asked, headers: Object.fromEntries(headers) });
    reply(response, answer, { said, real });
  });
  const renew = (next: string): void => {
    token = next;
  };
  const refuse = (answer: PlainResponse | null): void => {
    refusal = answer;
  };
  return { fake, address: account.base.replace(said, real), renew, refuse };
}

/** A website at which nothing of ours stands, whatever is asked of it; its address. */
export function servePage(text: string, type = 'text/html'): Promise<string> {
  return listen((_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(text);
  });
}

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What was asked, as fakes read it. */
export async function requestOf(request: IncomingMessage, { said, real }: Names): Promise<PlainRequest> {
  const { method = 'GET', url = '/', headers } = request;
  let body = '';
  for await (const chunk of request) body += chunk;
  return {
    method: METHODS.find((one) => one === method) ?? 'GET',
    url: said + url.replaceAll(encodeURIComponent(real), encodeURIComponent(said)),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ...(body === '' ? {} : { body: body.replaceAll(real, said) }),
  };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Says over HTTP what a fake answers. */
export function reply(
  response: ServerResponse,
  { status, headers, text }: PlainResponse,
  { said, real }: Names,
): void {
  const shown = Object.entries(headers).map(([name, value]) => [name, value.replaceAll(said, real)]);
  response.writeHead(status, Object.fromEntries(shown)).end(text.replaceAll(said, real));
}
