import * as z from 'zod/mini';
import type { ExchangeBody, ExchangeType } from './exchange';
import { bareName, formBody, MAX_BODY_BYTES, readMultipart, readText } from './request-body';

/** Exports leave out, or write as null, what they do not have: none of it is worth losing a recording for. */
const orElse = <Schema extends z.ZodMiniType>(schema: Schema, value: z.infer<Schema>) =>
  z.pipe(
    z.nullish(schema),
    z.transform((found) => found ?? value),
  );

const TextSchema = orElse(z.string(), '');
const PairsSchema = orElse(z.array(z.object({ name: z.string(), value: TextSchema })), []);
const CookiesSchema = orElse(z.array(z.object({ name: z.string() })), []);

const PostDataSchema = z.object({
  mimeType: TextSchema,
  text: z.nullish(z.string()),
  params: z.nullish(
    z.array(z.object({ name: z.string(), value: z.nullish(z.string()), fileName: z.nullish(z.string()) })),
  ),
});

const ContentSchema = z.object({
  mimeType: z.nullish(z.string()),
  text: z.nullish(z.string()),
  encoding: z.nullish(z.string()),
});

/** One entry of a HAR 1.2 file, as browsers write it. */
export const HarEntrySchema = z.object({
  startedDateTime: z.string(),
  _resourceType: z.nullish(z.string()),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: PairsSchema,
    cookies: CookiesSchema,
    postData: z.nullish(PostDataSchema),
    bodySize: z.nullish(z.number()),
  }),
  response: z.object({
    status: z.number(),
    redirectURL: TextSchema,
    headers: PairsSchema,
    cookies: CookiesSchema,
    content: orElse(ContentSchema, {}),
  }),
});
export type HarEntry = z.infer<typeof HarEntrySchema>;

const TYPES: Readonly<Record<string, ExchangeType>> = {
  document: 'main_frame',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
};

/** Firefox exports no resource type: what the browser said it wanted tells a navigation from a script's request. */
export function typeOf({ _resourceType, request, response }: HarEntry, headers: HeaderMap): ExchangeType {
  const destination = headers['sec-fetch-dest'];
  if (destination === 'iframe' || destination === 'frame') return 'sub_frame';
  if (typeof _resourceType === 'string') return TYPES[_resourceType] ?? 'other';
  if (destination === 'document') return 'main_frame';
  if (destination === 'empty') return isBeacon(request.method, headers) ? 'ping' : 'xmlhttprequest';
  if (destination !== undefined) return 'other';
  if (headers['x-requested-with'] !== undefined) return 'xmlhttprequest';
  // Only a navigation names XHTML; scripts that want a piece of HTML do not.
  const wantsPage =
    headers.accept?.includes('application/xhtml+xml') ?? response.content.mimeType?.startsWith('text/html');
  return wantsPage ? 'main_frame' : 'xmlhttprequest';
}

type HeaderMap = Readonly<Record<string, string>>;

/** Nothing else posts without waiting for the answer. */
function isBeacon(method: string, headers: HeaderMap): boolean {
  return method === 'POST' && headers['sec-fetch-mode'] === 'no-cors';
}

/** Firefox puts a form's own headers before it. */
const HEADERS_BEFORE_BODY = /^(?:content-(?:type|length):[^\r\n]{0,300}\r\n){1,3}\r\n/i;

/** Some browsers leave parameters out, others leave them encoded: a form's own text says it best where it is there. */
export function bodyOf(request: HarEntry['request'], headers: HeaderMap): ExchangeBody {
  const { postData } = request;
  if (!postData) return { kind: sentBody(request, headers) ? 'opaque' : 'none' };
  const { mimeType, params } = postData;
  const text = postData.text?.replace(HEADERS_BEFORE_BODY, '');
  if (text && mimeType.includes('x-www-form-urlencoded')) return formBody([...new URLSearchParams(text)]);
  if (params && params.length > 0) {
    return formBody(
      params.map(({ name, value, fileName }) => [name, fileName ? bareName(fileName) : (value ?? '')]),
    );
  }
  if (typeof text !== 'string' || (text === '' && sentBody(request, headers))) return { kind: 'opaque' };
  const seen = text.slice(0, MAX_BODY_BYTES);
  return readMultipart(seen) ?? readText(seen);
}

/** Some exports leave bodies out: what was there once cannot be read, and must not look as if it had been empty. */
function sentBody({ method, bodySize }: HarEntry['request'], headers: HeaderMap): boolean {
  if (/^(get|head)$/i.test(method)) return false;
  const length = headers['content-length'] ?? bodySize ?? 0;
  return Number(length) > 0 || (length !== '0' && headers['content-type'] !== undefined);
}

/** The names of all cookies that an exchange shows, sent or set. */
export function cookieNamesOf({ request, response }: HarEntry): string[] {
  const sent = request.headers.filter(({ name }) => /^cookie$/i.test(name)).map(({ value }) => value);
  const set = response.headers.filter(({ name }) => /^set-cookie$/i.test(name)).map(({ value }) => value);
  const fromHeaders = [
    ...sent.flatMap((value) => value.split(';')),
    ...set.flatMap((value) => value.split('\n').map((line) => line.split(';')[0] ?? '')),
  ].map((pair) => pair.split('=')[0]?.trim() ?? '');
  return [...[...request.cookies, ...response.cookies].map(({ name }) => name), ...fromHeaders];
}

/** A recorded answer's text; null where the export holds none, or none that can be read. */
export function textOf({ response: { content } }: HarEntry): string | null {
  if (typeof content.text !== 'string') return null;
  if (content.encoding !== 'base64') return content.text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(content.text), (letter) => letter.charCodeAt(0)));
  } catch {
    return null; // says base64 and is not: an export that was cut off
  }
}
