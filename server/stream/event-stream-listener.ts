import { SECOND_MS } from '@/utils/kernel/clock';
import type { Token } from '../store/applications';
import type { Listener, StreamMessage } from './hub';
import type { Stream } from './streams';

const THUMP_EVERY_MS = 15 * SECOND_MS;
/** What may wait for a connection that takes nothing. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** An answer that never ends: server-sent events, with a sign of life in between. */
export class EventStreamListener implements Listener {
  readonly body: ReadableStream<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #thumps: NodeJS.Timeout;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(
    readonly token: Token,
    readonly reader: string,
    private readonly stream: Stream,
    private readonly onGone: () => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#leave(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
    );
    this.#write(':)\n');
    this.#thumps = setInterval(() => this.#write(':thump\n'), THUMP_EVERY_MS);
    this.#thumps.unref();
  }

  streams(): Iterable<Stream> {
    return [this.stream];
  }

  send({ event, payload }: StreamMessage): void {
    this.#write(`event: ${event}\ndata: ${payload}\n\n`);
  }

  end(): void {
    const controller = this.#controller;
    this.#leave();
    controller?.close();
  }

  #write(text: string): void {
    const controller = this.#controller;
    if (controller === undefined) return;
    if ((controller.desiredSize ?? 0) > 0) {
      controller.enqueue(this.#encoder.encode(text));
      return;
    }
    this.#leave();
    controller.error(new Error('The listener takes nothing'));
  }

  #leave(): void {
    clearInterval(this.#thumps);
    this.#controller = undefined;
    this.onGone();
  }
}
