import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { SECOND_MS } from '@/utils/kernel/clock';
import { covers } from '../auth/scopes';
import type { Token } from '../store/applications';
import type { Listener, StreamMessage } from './hub';
import { type Stream, scopeOf, streamOf } from './streams';

const PING_EVERY_MS = 30 * SECOND_MS;
const END_WITHIN_MS = SECOND_MS;
const MOST_STREAMS = 20;
/** What may wait for a connection that takes nothing. */
const MOST_WAITING_BYTES = 1024 * 1024;
const GOING_AWAY = 1001;

const Wish = z.object({
  type: z.enum(['subscribe', 'unsubscribe']),
  stream: z.string(),
  tag: z.optional(z.string()),
});

/** A WebSocket that listens. It exists before its socket does, so that nothing is missed in between. */
export class SocketListener implements Listener {
  readonly #streams = new Map<string, Stream>();
  #socket: WebSocket | null = null;
  #ended = false;

  constructor(
    readonly token: Token,
    readonly reader: string,
  ) {}

  streams(): Iterable<Stream> {
    return this.#streams.values();
  }

  /** Starts to listen to a stream. The reason where it may not. */
  subscribe(name: string, tag: string | undefined): string | undefined {
    const stream = streamOf(name, tag);
    if (stream === undefined) return 'Unknown stream type';
    if (!covers(this.token.scopes, scopeOf(stream))) return 'This stream is outside the authorized scopes';
    if (this.#streams.size === MOST_STREAMS) return 'Too many streams';
    this.#streams.set(nameOf(stream), stream);
    return undefined;
  }

  attach(socket: WebSocket): void {
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.#obey(String(data)));
    this.#keepAlive(socket);
    if (this.#ended) this.end();
  }

  send(message: StreamMessage): void {
    this.#write(message);
  }

  end(): void {
    this.#ended = true;
    const socket = this.#socket;
    if (socket === null) return;
    socket.close(GOING_AWAY);
    setTimeout(() => socket.terminate(), END_WITHIN_MS).unref();
  }

  #obey(text: string): void {
    const wish = Wish.safeParse(parse(text));
    if (!wish.success) return;
    const { type, stream, tag } = wish.data;
    if (type === 'unsubscribe') {
      const known = streamOf(stream, tag);
      if (known !== undefined) this.#streams.delete(nameOf(known));
      return;
    }
    const error = this.subscribe(stream, tag);
    if (error !== undefined) this.#write({ error });
  }

  #write(message: object): void {
    const socket = this.#socket;
    if (socket === null || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MOST_WAITING_BYTES) socket.terminate();
    else socket.send(JSON.stringify(message));
  }

  /** A computer that went to sleep closes nothing: who does not answer is gone. */
  #keepAlive(socket: WebSocket): void {
    let answered = true;
    socket.on('pong', () => {
      answered = true;
    });
    const timer = setInterval(() => {
      if (!answered) return socket.terminate();
      answered = false;
      socket.ping();
    }, PING_EVERY_MS);
    timer.unref();
    socket.once('close', () => clearInterval(timer));
  }
}

/** Two spellings of a tag are one stream. */
function nameOf({ name, tag }: Stream): string {
  return tag === null ? name : `${name} ${tag}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
