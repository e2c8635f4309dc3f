import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { covers } from '../auth/scopes';
import type { Ports } from '../ports';
import { standingTokens, type Token } from '../store/applications';
import { type Event, EventReader } from '../store/events';
import { newsFor, whatHappened } from './news';
import { belongs, type News, type Stream } from './streams';

/** Mastodon's message on a stream. */
export interface StreamMessage {
  readonly stream: readonly string[];
  readonly event: News['event'];
  readonly payload: string;
}

/** One open connection. */
export interface Listener {
  readonly token: Token;
  /** The member who listens. */
  readonly reader: string;
  /** What it listens to, now. */
  streams(): Iterable<Stream>;
  /** Never waits: a connection that takes nothing is ended by itself. */
  send(message: StreamMessage): void;
  end(): void;
}

const LOOKS_EVERY_MS = SECOND_MS;
const MOST_PER_TOKEN = 10;
const MOST_LISTENERS = 5_000;

/** Tells who listens at this node what happens at any node. Looks only while somebody listens. */
export class Hub {
  readonly #listeners = new Set<Listener>();
  #events: Promise<EventReader> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #tokensSeenAt = 0;

  constructor(private readonly ports: Ports) {}

  /** Whether one more connection is allowed with this token. */
  hasRoom({ token_hash }: Token): boolean {
    const own = [...this.#listeners].filter(({ token }) => token.token_hash === token_hash);
    return !this.#closed && own.length < MOST_PER_TOKEN && this.#listeners.size < MOST_LISTENERS;
  }

  /** From when this is fulfilled, the listener misses nothing. */
  async join(listener: Listener): Promise<void> {
    if (this.#closed) return listener.end();
    this.#listeners.add(listener);
    try {
      await this.#reader();
    } catch (error) {
      this.leave(listener);
      throw error;
    }
    if (this.#timer === undefined) this.#rest();
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** Something was done at this node: no need to wait for the next look. */
  wake(): void {
    if (this.#listeners.size > 0) this.#look();
  }

  /** Ends every connection; fulfilled when the database is asked nothing any more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
    await this.#looking;
  }

  #reader(): Promise<EventReader> {
    if (this.#events !== null) return this.#events;
    const events = EventReader.fromNow(this.ports.store);
    this.#events = events;
    events.catch(() => {
      this.#events = null; // the next one tries again
    });
    return events;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#closed ? undefined : setTimeout(() => this.#look(), LOOKS_EVERY_MS);
    this.#timer?.unref();
  }

  /** Whoever comes next begins anew. */
  #sleep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#events = null;
  }

  #look(): void {
    this.#again = true;
    this.#looking ??= this.#lookUntilDone().finally(() => {
      this.#looking = null;
      if (this.#listeners.size > 0) this.#rest();
      else this.#sleep();
    });
  }

  async #lookUntilDone(): Promise<void> {
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#lookOnce();
      }
    } catch (error) {
      console.error(error); // the database is away for a moment: the next look goes on from here
    }
  }

  async #lookOnce(): Promise<void> {
    const events = await (await this.#reader()).read();
    const { clock } = this.ports;
    if (events.length > 0 || clock() - this.#tokensSeenAt >= MINUTE_MS) await this.#endRevoked();
    if (events.length > 0) await this.#tell(events);
  }

  async #endRevoked(): Promise<void> {
    const listeners = [...this.#listeners];
    this.#tokensSeenAt = this.ports.clock();
    const standing = await standingTokens(
      this.ports.store,
      listeners.map(({ token }) => token.token_hash),
    );
    for (const listener of listeners) {
      if (standing.has(listener.token.token_hash)) continue;
      this.leave(listener);
      listener.end();
    }
  }

  async #tell(events: readonly Event[]): Promise<void> {
    const happened = await whatHappened(this.ports, events);
    for (const reader of new Set([...this.#listeners].map((listener) => listener.reader))) {
      const news = await newsFor(this.ports, happened, reader);
      for (const listener of this.#listeners) {
        if (listener.reader === reader) for (const each of news) deliver(listener, each);
      }
    }
  }
}

function deliver(listener: Listener, news: News): void {
  const { event, payload } = news;
  if (event === 'notification' && !covers(listener.token.scopes, 'read:notifications')) return;
  for (const stream of listener.streams()) {
    if (belongs(news, stream)) listener.send({ stream: stream.label, event, payload });
  }
}
