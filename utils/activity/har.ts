import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Exchange, ExchangeBody, ExchangeType } from './exchange';
import { MAX_BODY_BYTES } from './request-body';

const PairsSchema = z.array(z.object({ name: z.string(), value: z.string() }));

const EntrySchema = z.object({
  startedDateTime: z.string(),
  _resourceType: z.optional(z.string()),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z._default(PairsSchema, []),
    cookies: z._default(z.array(z.object({ name: z.string() })), []),
    postData: z.optional(
      z.object({
        mimeType: z._default(z.string(), ''),
        text: z.optional(z.string()),
        params: z.optional(
          z.array(
            z.object({ name: z.string(), value: z.optional(z.string()), fileName: z.optional(z.string()) }),
          ),
        ),
      }),
    ),
  }),
  response: z.object({
    status: z.number(),
    redirectURL: z._default(z.string(), ''),
    headers: z._default(PairsSchema, []),
    content: z._default(z.object({ mimeType: z.optional(z.string()), text: z.optional(z.string()) }), {}),
  }),
});
/** HAR 1.2 as browsers export it. */
const HarSchema = z.object({ log: z.object({ entries: z.array(EntrySchema) }) });
type HarEntry = z.infer<typeof EntrySchema>;

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
  if (!URL.canParse(request.url) || !/^https?:/.test(request.url)) return [];
  const at = Date.parse(entry.startedDateTime);
  const requestHeaders = headerMap(request.headers);
  const responseHeaders = headerMap(response.headers);
  const redirect =
    response.redirectURL || (isRedirect(response.status) ? responseHeaders.location : undefined);
  const exchange: Exchange = {
    method: request.method.toUpperCase(),
    url: request.url,
    type: typeOf(entry, requestHeaders),
    tabId: 0,
    initiator: requestHeaders.referer ?? null,
    requestHeaders,
    body: bodyOf(request.postData),
    status: response.status,
    responseHeaders,
    redirect: redirect && URL.canParse(redirect, request.url) ? new URL(redirect, request.url).href : null,
    at: Number.isNaN(at) ? 0 : at,
  };
  const isDocument = exchange.type === 'main_frame' || exchange.type === 'sub_frame';
  return [
    {
      exchange,
      entry: index,
      cookieNames: request.cookies.map(({ name }) => name),
      html: isDocument ? (response.content.text ?? null) : null,
    },
  ];
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

const TYPES: Readonly<Record<string, ExchangeType>> = {
  document: 'main_frame',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
};

/** Firefox exports no resource type: what the browser said it wanted tells a navigation from a script's request. */
function typeOf(
  { _resourceType, response }: HarEntry,
  requestHeaders: Readonly<Record<string, string>>,
): ExchangeType {
  if (_resourceType !== undefined) return TYPES[_resourceType] ?? 'other';
  const destination = requestHeaders['sec-fetch-dest'];
  if (destination === 'document') return 'main_frame';
  if (destination === 'iframe') return 'sub_frame';
  if (destination === 'empty') return 'xmlhttprequest';
  if (destination !== undefined) return 'other';
  const wantsPage =
    requestHeaders.accept?.startsWith('text/html') ?? response.content.mimeType?.startsWith('text/html');
  return wantsPage ? 'main_frame' : 'xmlhttprequest';
}

function bodyOf(post: HarEntry['request']['postData']): ExchangeBody {
  if (post === undefined) return { kind: 'none' };
  const text = post.text?.slice(0, MAX_BODY_BYTES);
  if (post.params !== undefined && post.params.length > 0) return formOf(post.params);
  if (text === undefined) return { kind: 'opaque' };
  if (post.mimeType.includes('x-www-form-urlencoded')) {
    return formOf([...new URLSearchParams(text)].map(([name, value]) => ({ name, value })));
  }
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    return { kind: 'text', text }; // most bodies are not JSON
  }
}

function formOf(
  params: readonly { name: string; value?: string | undefined; fileName?: string | undefined }[],
): ExchangeBody {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const { name, value, fileName } of params) {
    fields[name] = [...(fields[name] ?? []), fileName ?? value ?? ''];
  }
  return { kind: 'form', fields };
}

function headerMap(headers: readonly { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
}
