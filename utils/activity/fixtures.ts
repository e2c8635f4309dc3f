import * as z from 'zod/mini';
import { VerbSchema } from './activity';
import type { Exchange, ExchangeBody } from './exchange';
import { formBody, readText } from './request-body';
import type { PageAnswer } from './sources';

const TextMapSchema = z.record(z.string(), z.string());

const ExchangeSchema = z.strictObject({
  method: z._default(z.string(), 'POST'),
  url: z.url({ protocol: /^https?$/ }),
  type: z._default(z.enum(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other']), 'main_frame'),
  headers: z._default(TextMapSchema, {}),
  form: z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  json: z.optional(z.unknown()),
  text: z.optional(z.string()),
  /** A body that the browser does not show. */
  opaque: z.optional(z.literal(true)),
  status: z._default(z.int(), 200),
  redirect: z._default(z.nullable(z.url()), null),
  res: z._default(TextMapSchema, {}),
});

/** What the page answers, as it stands when it is asked. */
const PageSchema = z.strictObject({
  title: z.optional(z.string()),
  before: z.optional(z.string()),
  location: z.optional(z.url()),
  /** The text under `SELECTOR`, or the attribute under `SELECTOR@attribute`. */
  dom: z._default(TextMapSchema, {}),
  /** What stands at `/path#pointer`. */
  json: z._default(TextMapSchema, {}),
});
export type FixturePage = z.infer<typeof PageSchema>;

const PositiveSchema = z.strictObject({
  what: z.string().check(z.minLength(1)),
  verb: VerbSchema,
  title: z.optional(z.string()),
  link: z.optional(z.nullable(z.string())),
  exchange: ExchangeSchema,
  page: z.optional(PageSchema),
});

const NegativeSchema = z.strictObject({
  what: z.string().check(z.minLength(1)),
  /** What it looks like and is not. */
  not: VerbSchema,
  exchange: ExchangeSchema,
  page: z.optional(PageSchema),
});

/** Exchanges that show what a recipe recognises, and what it must not. Written by people, beside the recipe. */
export const FixturesSchema = z.strictObject({
  site: z.strictObject({
    url: z.url(),
    html: z._default(z.string(), ''),
    headers: z._default(TextMapSchema, {}),
    cookies: z._default(z.array(z.string()), []),
  }),
  /** Constants of the installation that the exchanges come from; they go before those of the recipe. */
  params: z._default(z.record(z.string(), z.union([z.string(), z.array(z.string())])), {}),
  positives: z.array(PositiveSchema),
  negatives: z.array(NegativeSchema),
  /** What the browser sends while somebody only reads. */
  reading: z.array(
    z.strictObject({
      method: z._default(z.string(), 'GET'),
      url: z.url(),
      type: z._default(z.string(), 'main_frame'),
    }),
  ),
});
export type Fixtures = z.infer<typeof FixturesSchema>;
type FixtureExchange = z.infer<typeof ExchangeSchema>;

/** The exchange that a fixture describes, as the engine gets it from a browser. */
export function exchangeOf(fixture: FixtureExchange): Exchange {
  const { method, url, type, headers, status, redirect, res } = fixture;
  return {
    method,
    url,
    type,
    tabId: 1,
    initiator: new URL(url).origin,
    requestHeaders: namesInLowerCase(headers),
    body: bodyOf(fixture),
    status,
    responseHeaders: namesInLowerCase(res),
    redirect,
    at: 0,
  };
}

function bodyOf({ form, json, text, opaque }: FixtureExchange): ExchangeBody {
  if (opaque) return { kind: 'opaque' };
  if (form !== undefined) {
    return formBody(
      Object.entries(form).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      ),
    );
  }
  if (json !== undefined) return readText(JSON.stringify(json));
  return text === undefined ? { kind: 'none' } : readText(text);
}

/** Headers as the engine compares them. */
export function namesInLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Answers the engine's questions as the fixture's page would. */
export function pageAnswerOf(page: FixturePage | undefined): PageAnswer {
  return (question) => {
    if (page === undefined) return null;
    if (question.kind === 'title') return page.title ?? null;
    if (question.kind === 'before-title') return page.before ?? null;
    if (question.kind === 'location') return page.location ?? null;
    if (question.kind === 'json') return page.json[`${question.path}#${question.pointer}`] ?? null;
    const { selector, attribute } = question;
    return page.dom[attribute === null ? selector : `${selector}@${attribute}`] ?? null;
  };
}
