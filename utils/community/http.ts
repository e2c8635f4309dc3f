import { SECOND_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Failure, FormPart, PlainRequest, PlainResponse } from './connector';

export const TIMEOUT_MS = 30 * SECOND_MS;
export const MOST_BYTES = 1_048_576;

/** Sends one request and reads its whole answer. */
export type Http = (request: PlainRequest) => Promise<Result<PlainResponse, Failure>>;

/**
 * The only place from which anything is fetched. No cookies and no redirects followed unless the request says so (a token is
 * bound to one origin), no cache; 30 s for the whole answer, at most 1 MiB of it. Whether a write that got no answer was applied is unknown.
 */
export function createHttp(
  send: typeof fetch = (...request) => fetch(...request),
  timeoutMs: number = TIMEOUT_MS,
): Http {
  return async ({ method, url, headers, body, form, follows, asSignedIn }) => {
    const applied = method === 'GET' ? 'no' : 'unknown';
    try {
      const response = await send(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        ...(form === undefined ? {} : { body: formData(form) }),
        redirect: follows === true ? 'follow' : 'manual',
        credentials: asSignedIn === true ? 'include' : 'omit',
        // A write is never answered from a cache; told so, Chromium would ask for leave (OPTIONS) before each.
        cache: method === 'GET' ? 'no-store' : 'default',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
      // A browser hides status and target of a redirect that it did not follow.
      if (response.type === 'opaqueredirect') return succeed({ status: 302, headers: {}, text: '' });
      const text = await readText(response);
      if (text === null) return fail({ kind: 'retry', applied, answered: true });
      const from = response.redirected ? { url: response.url } : {};
      return succeed({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text,
        ...from,
      });
    } catch {
      // No connection, no such name, refused, reset, too slow: a browser tells none of these apart.
      return fail({ kind: 'retry', applied, answered: false });
    }
  };
}

function formData(parts: readonly FormPart[]): FormData {
  const form = new FormData();
  for (const part of parts) {
    if ('text' in part) form.set(part.name, part.text);
    else form.set(part.name, new Blob([part.bytes], { type: part.type }), part.filename);
  }
  return form;
}

/** The body as text; null where it is larger than any answer that we ask for. */
async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
