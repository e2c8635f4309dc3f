/** What kind of request the browser says it was; `other` covers all that recipes never name. */
export type ExchangeType = 'main_frame' | 'sub_frame' | 'xmlhttprequest' | 'ping' | 'other';

/**
 * A request body as far as it could be read. `form` covers both form encodings: every field's values in order, a
 * chosen file as its bare file name, a password empty. `opaque` was there and could not, or may not, be read. At most
 * 64 KiB, and of every field the beginning.
 */
export type ExchangeBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opaque' };

/** One request/response hop that the browser observed; a redirect closes a hop. Lives in memory only. */
export interface Exchange {
  /** Upper case, as sent: `meantMethod` applies a method-override header or `_method` field. */
  readonly method: string;
  /** Absolute, as sent. */
  readonly url: string;
  readonly type: ExchangeType;
  /** -1 where no tab sent it (a service worker, another extension). */
  readonly tabId: number;
  /** The page that sent it, or null where the browser does not say. */
  readonly initiator: string | null;
  /** Names in lower case. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly body: ExchangeBody;
  readonly status: number;
  /** Names in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Absolute target of a redirect, or null. */
  readonly redirect: string | null;
  /** Epoch ms at which the hop closed. */
  readonly at: number;
}
