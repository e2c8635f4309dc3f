import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Filter {
  readonly urls: readonly string[];
  readonly types: readonly string[];
}

const EVENTS = [
  'onBeforeRequest',
  'onSendHeaders',
  'onBeforeRedirect',
  'onCompleted',
  'onErrorOccurred',
] as const;
type EventName = (typeof EVENTS)[number];
type Listener = (details: object) => void;

/** One hop as a browser tells of it. */
export interface FakeHop {
  readonly url: string;
  readonly id?: string;
  readonly method?: string;
  readonly type?: string;
  readonly form?: Readonly<Record<string, readonly string[]>>;
  readonly status?: number;
  readonly redirect?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** The browser's network events: told to whoever listens with a filter that lets them through. */
export class FakeWebRequest {
  private readonly listeners: Record<EventName, Map<Listener, Filter>>;
  /** Whether anybody looked at a body. */
  readonly bodiesRead: string[] = [];

  constructor() {
    this.listeners = Object.fromEntries(EVENTS.map((name) => [name, new Map()])) as never;
    const events = EVENTS.map((name) => [
      name,
      {
        addListener: (listener: Listener, filter: Filter) => this.listeners[name].set(listener, filter),
        removeListener: (listener: Listener) => this.listeners[name].delete(listener),
      },
    ]);
    Object.assign(fakeBrowser, { webRequest: Object.fromEntries(events) });
  }

  /** How many sets of listeners there are. */
  get sets(): number {
    return this.listeners.onCompleted.size;
  }

  send(hop: FakeHop): void {
    this.begin(hop);
    this.answer(hop);
  }

  /** Only the beginning: the answer is still to come. */
  begin(hop: FakeHop): void {
    const details = this.detailsOf(hop);
    this.tell('onBeforeRequest', details);
    this.tell('onSendHeaders', details);
  }

  /** Only the end, as a worker sees it that was not there at the beginning. */
  answer(hop: FakeHop): void {
    const { status = 200, redirect, responseHeaders = [] } = hop;
    const answered = { ...this.detailsOf(hop), statusCode: status, responseHeaders };
    if (redirect === undefined) this.tell('onCompleted', answered);
    else this.tell('onBeforeRedirect', { ...answered, redirectUrl: redirect });
  }

  private detailsOf({ url, id = url, method = 'POST', type = 'main_frame', form }: FakeHop): object {
    const read = this.bodiesRead;
    const body =
      form === undefined
        ? null
        : {
            get formData() {
              read.push(url);
              return form;
            },
          };
    return { requestId: id, url, method, type, tabId: 7, requestHeaders: [], requestBody: body };
  }

  private tell(name: EventName, details: object): void {
    const { url, type } = details as { url: string; type: string };
    for (const [listener, { urls, types }] of [...this.listeners[name]]) {
      if (types.includes(type) && urls.some((pattern) => letsThrough(pattern, url))) listener(details);
    }
  }
}

/** As a browser's match pattern does: '*' is anything, path and query are one. */
export function letsThrough(pattern: string, address: string): boolean {
  const { pathname, search } = new URL(address);
  const parts = pattern
    .slice('*://*'.length)
    .split('*')
    .map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(pathname + search);
}
