import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Action, NetworkFault } from '../plan/scenario';
import { Keys } from './keys';
import { Log } from './log';

const DRIP_MS = 200;
const PASS: Action = { kind: 'pass' };
const CROSS_ORIGIN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

interface Answer {
  readonly status: number;
  readonly headers: string[];
  readonly body: Buffer;
}

/** The way to the community: does with each request what the fault says, and with keys what its foreign kin does. */
export class FaultProxy {
  readonly keys = new Keys();
  /** Posts that were asked for since the last `calm`. */
  writes = 0;
  /** What went over the way since the last `calm`, and what was done to it meanwhile; for whoever asks why a run went wrong. */
  readonly log = new Log();
  /** Whether the community lets pages of any origin read its answers. */
  crossOrigin = true;
  keepsConnections = true;
  #fault: NetworkFault | null = null;
  #hit = 0;
  #server: Server | null = null;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(
    readonly port: number,
    readonly upstream: number,
  ) {}

  get hits(): number {
    return this.#hit;
  }

  async open(): Promise<void> {
    const server = createServer((asked, answer) => {
      void this.#serve(asked, answer).catch(() => answer.destroy()); // one of both sides is gone
    });
    await new Promise<void>((settle) => {
      server.listen(this.port, '127.0.0.1', settle);
    });
    this.#server = server;
  }

  /** Nobody listens there any more: connections are refused. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    await new Promise<void>((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  }

  set(fault: NetworkFault | null): void {
    this.#fault = fault;
    this.#hit = 0;
    this.writes = 0;
  }

  async #serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const isWrite = asked.method === 'POST' && asked.url === '/api/v1/statuses';
    const what = `${asked.method} ${asked.url?.slice(0, 60)}`;
    this.log.note(`${what} came`);
    answer.on('close', () => this.log.note(`${what} ${answer.writableFinished ? 'answered' : 'cut off'}`));
    if (isWrite) this.writes += 1;
    const action = asked.method === 'OPTIONS' ? PASS : this.#actionFor(isWrite);
    await this.#do(action, asked, body, answer);
  }

  #actionFor(isWrite: boolean): Action {
    const fault = this.#fault;
    if (fault === null || this.#hit >= fault.times) return PASS;
    if (fault.hits !== 'all' && (fault.hits === 'write') !== isWrite) return PASS;
    this.#hit += 1;
    return fault.action;
  }

  async #do(action: Action, asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<void> {
    switch (action.kind) {
      case 'pass':
        return this.#give(answer, await this.#forward(asked, body));
      case 'reset':
      case 'hang':
        if (action.stored) await this.#forward(asked, body);
        if (action.kind === 'reset') asked.socket.resetAndDestroy();
        return;
      case 'late':
        asked.socket.resetAndDestroy();
        await wait(action.afterMs);
        await this.#forward(asked, body);
        return;
      case 'drip':
        return drip(answer, await this.#forward(asked, body));
      case 'truncate': {
        const whole = await this.#forward(asked, body);
        const half = whole.body.subarray(0, Math.floor(whole.body.length / 2));
        return this.#give(answer, { ...whole, body: half });
      }
      case 'say': {
        if (action.stored) await this.#forward(asked, body);
        answer.writeHead(action.status, { ...CROSS_ORIGIN, ...action.headers }).end(action.body ?? '');
      }
    }
  }

  #give(answer: ServerResponse, { status, headers, body }: Answer): void {
    const connection = this.keepsConnections ? [] : ['connection', 'close'];
    answer.writeHead(status, [...withoutLength(headers), ...connection]).end(body);
  }

  async #forward(asked: IncomingMessage, body: Buffer): Promise<Answer> {
    const key = asked.headers['idempotency-key'];
    const taken = typeof key === 'string' ? this.keys.take(key, Date.now()) : null;
    const headers = taken === null ? asked.headers : { ...asked.headers, 'idempotency-key': taken.key };
    try {
      const whole = await this.#ask(asked, headers, body);
      this.log.note(`the community said ${whole.status} to ${asked.method}`);
      return asked.url === '/api/v2/instance' ? this.#asKin(whole) : this.#readable(whole);
    } finally {
      taken?.done();
    }
  }

  #ask(asked: IncomingMessage, headers: IncomingMessage['headers'], body: Buffer): Promise<Answer> {
    const { method, url: path } = asked;
    return new Promise((settle, fail) => {
      const options = { host: '127.0.0.1', port: this.upstream, path, method, headers, agent: this.#agent };
      const onward = request(options, (answered) => {
        const { statusCode: status = 502, rawHeaders } = answered;
        buffer(answered).then((text) => settle({ status, headers: rawHeaders, body: text }), fail);
      });
      onward.on('error', fail);
      onward.end(body);
    });
  }

  /** Foreign servers do not say that they keep keys. */
  #asKin(whole: Answer): Answer {
    if (this.keys.kin === 'keeps keys') return whole;
    const text = whole.body.toString('utf8').replace('"idempotency":"forever"', '"idempotency":"unknown"');
    return { ...whole, body: Buffer.from(text) };
  }

  #readable(whole: Answer): Answer {
    if (this.crossOrigin) return whole;
    return { ...whole, headers: without(whole.headers, /^access-control-/i) };
  }
}

function withoutLength(headers: string[]): string[] {
  return without(headers, /^(content-length|transfer-encoding|connection|keep-alive)$/i);
}

/** Names and values stand in turn. */
function without(headers: string[], name: RegExp): string[] {
  return headers.filter((_text, index) => !name.test(headers[index - (index % 2)] ?? ''));
}

async function drip(answer: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  answer.writeHead(status, withoutLength(headers));
  for (const byte of body) {
    if (answer.destroyed) return;
    answer.write(Buffer.of(byte));
    await wait(DRIP_MS);
  }
  answer.end();
}
