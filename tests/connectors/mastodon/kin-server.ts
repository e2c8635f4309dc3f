import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { aServer, type Server } from '../../server/support';
import type { Kin } from './kin';

type Fault = 'lost before' | 'lost after' | 'cut off' | 'ill' | 'limited' | 'refused';
const WAIT_MS = 60_000;
const BURNT_MS = 3_600_000;

/** Our own server behind a door at which it behaves like one of its kin, over real HTTP. */
export async function openKin(kin: Kin) {
  const server = await aServer();
  const door = new Door(kin, server);
  const listening = createServer((request, answer) => void door.open(request, answer));
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        listening.close(() => resolve());
        listening.closeAllConnections();
      }),
  );
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return { server, door, origin };
}

class Door {
  /** What goes wrong with the writes that come, one by one. */
  readonly faults: Fault[] = [];
  /** Posts that were let through. */
  passed = 0;
  isSignedOut = false;
  private readonly burnt = new Map<string, number>();

  constructor(
    private readonly kin: Kin,
    private readonly server: Server,
  ) {}

  async open(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const body = await bodyOf(request);
    const fault = method === 'GET' ? undefined : this.faults.shift();
    if (fault === 'lost before') return void request.socket.destroy();
    const said = this.own(method, url, fault, body, request);
    if (said !== null) return reply(answer, said);
    const passed = await this.pass(method, url, body, request);
    if (fault === 'lost after') return void request.socket.destroy();
    return reply(answer, fault === 'cut off' ? { ...passed, text: passed.text.slice(0, 20) } : passed);
  }

  /** What it says before our server is asked; null: it is asked. */
  private own(
    method: string,
    url: string,
    fault: Fault | undefined,
    body: string,
    { headers }: IncomingMessage,
  ): Said | null {
    const { kin } = this;
    const instance = /^\/api\/(v[12])\/instance$/u.exec(url)?.[1];
    if (instance === 'v1' || instance === 'v2')
      return kin.says[instance] === undefined ? this.refuse(404, 'Not Found') : json(200, kin.says[instance]);
    if (this.isSignedOut) return this.refuse(kin.signedOut.status, kin.signedOut.error);
    if (fault === 'limited')
      return {
        ...this.refuse(429, 'Too many requests'),
        headers: kin.resets(this.server.time.now + WAIT_MS),
      };
    if (fault === 'refused') return this.refuse(422, 'Validation failed: Text is not allowed');
    if (method === 'PUT' && !kin.edits) return this.refuse(404, 'Not Found');
    const isPost = method === 'POST' && url === '/api/v1/statuses';
    if (!isPost) return null;
    const key = String(headers['idempotency-key']);
    const { now } = this.server.time;
    const isBurnt = kin.keys === 'burnt' && now - (this.burnt.get(key) ?? 0) < BURNT_MS;
    if (isBurnt) return json(400, { error: 'Duplicate idempotency key.' });
    this.burnt.set(key, now);
    if (fault === 'ill') return this.refuse(503, 'Service Unavailable');
    const isLong = [...String(JSON.parse(body).status)].length > kin.maxCharacters;
    return isLong
      ? this.refuse(422, `Validation failed: Text character limit of ${kin.maxCharacters} exceeded`)
      : null;
  }

  private async pass(method: string, url: string, body: string, request: IncomingMessage): Promise<Said> {
    const { authorization = '', 'idempotency-key': key, 'content-type': type } = request.headers;
    const keeps = this.kin.keys === 'kept' && typeof key === 'string';
    const headers = {
      authorization,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(keeps ? { 'idempotency-key': key } : {}),
    };
    const init = { method, headers, ...(body === '' ? {} : { body }) };
    const heard = await this.server.request(url, init);
    const text = await heard.text();
    if (method === 'POST' && url === '/api/v1/statuses' && heard.ok) this.passed += 1;
    if (!heard.ok) return this.refuse(heard.status, String(JSON.parse(text).error));
    const date = new Date(this.server.time.now).toUTCString();
    return { status: heard.status, headers: { date, ...this.linkOf(heard) }, text };
  }

  private linkOf(heard: Response): Record<string, string> {
    const links = (heard.headers.get('link') ?? '').split(', ');
    const shown = links.filter((link) => this.kin.links === 'both' || link.includes('rel="next"'));
    return this.kin.links === 'none' || shown.length === 0 ? {} : { link: shown.join(', ') };
  }

  private refuse(status: number, error: string): Said {
    const said = this.kin.refusal(status, error);
    return typeof said === 'string'
      ? { status, headers: { 'content-type': 'text/html' }, text: said }
      : json(status, said);
  }
}

interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function json(status: number, body: object): Said {
  return { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
}

/** Node writes a date of its own, which is not that of the test. */
function reply(answer: ServerResponse, { status, headers, text }: Said): void {
  answer.sendDate = false;
  answer.writeHead(status, headers).end(text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
