import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Exchange } from './exchange';
import { bodyOf, cookieNamesOf, type HarEntry, HarEntrySchema, textOf, typeOf } from './har-entry';
import { headerMap } from './headers';

/** HAR 1.2 as browsers export it. */
const HarSchema = z.object({ log: z.object({ entries: z.array(HarEntrySchema) }) });

/** One recorded hop, with what the recording alone knows. */
export interface RecordedExchange {
  readonly exchange: Exchange;
  /** Index in `log.entries`. */
  readonly entry: number;
  readonly cookieNames: readonly string[];
  /** The document's text, where the export holds contents. */
  readonly html: string | null;
}

/** Reads a HAR file; fails with the field that is wrong, or with `json` where it is no JSON at all. */
export function readHar(text: string): Result<RecordedExchange[], { readonly field: string }> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail({ field: 'json' });
  }
  const parsed = HarSchema.safeParse(json);
  if (!parsed.success) return fail({ field: parsed.error.issues[0]?.path.join('.') || 'log' });
  return succeed(parsed.data.log.entries.flatMap((entry, index) => record(entry, index)));
}

function record(entry: HarEntry, index: number): RecordedExchange[] {
  const { request, response } = entry;
  if (!URL.canParse(request.url) || !/^https?:/i.test(request.url)) return [];
  const at = Date.parse(entry.startedDateTime);
  const requestHeaders = headerMap(request.headers);
  const responseHeaders = headerMap(response.headers);
  // Chromium writes down any Location as a redirect, also that of something new.
  const redirect = isRedirect(response.status) ? response.redirectURL || responseHeaders.location : undefined;
  const exchange: Exchange = {
    method: request.method.toUpperCase(),
    url: request.url,
    type: typeOf(entry, requestHeaders),
    tabId: 0,
    initiator: requestHeaders.referer ?? null,
    requestHeaders,
    body: bodyOf(request, requestHeaders),
    status: response.status,
    responseHeaders,
    redirect: redirect && URL.canParse(redirect, request.url) ? new URL(redirect, request.url).href : null,
    at: Number.isNaN(at) ? 0 : at,
  };
  const isDocument = exchange.type === 'main_frame' || exchange.type === 'sub_frame';
  const html = isDocument ? textOf(entry) : null;
  return [{ exchange, entry: index, cookieNames: cookieNamesOf(entry), html }];
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
