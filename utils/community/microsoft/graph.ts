import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs, itemsAs, jsonOf, maybe } from '../answer';
import type { Account, Failure, Member, PlainRequest, PlainResponse } from '../connector';
import { failureOf } from '../status';
import { wantsConsent } from './entra';

export const GRAPH = 'https://graph.microsoft.com';
const API = `${GRAPH}/v1.0`;
/** More than these in one `$batch` are refused. */
export const MOST_IN_BATCH = 20;
const MOST_NAME = 100;

/** A guest's name in another organisation: nobody signs in by it. */
const GUEST = '#EXT#';

const ErrorSchema = z.lazy(() =>
  z.object({
    error: z.object({ code: maybe(z.string()), message: maybe(z.string()) }),
  }),
);
const MemberSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.minLength(1)),
    displayName: maybe(z.string()),
    userPrincipalName: maybe(z.string()),
  }),
);
const OrganisationSchema = z.lazy(() =>
  z.object({
    value: z.array(z.object({ displayName: maybe(z.string()) })),
  }),
);
const BatchSchema = z.lazy(() =>
  z.object({
    responses: z.array(
      z.object({
        id: z.string(),
        status: z.int(),
        headers: maybe(z.record(z.string(), z.unknown())),
        body: z.optional(z.unknown()),
      }),
    ),
  }),
);

/** A request to Microsoft Graph; `path` with its query, the ids in it encoded. */
export function graphRequest(
  token: string,
  method: PlainRequest['method'],
  path: string,
  content?: unknown,
): PlainRequest {
  const headers = {
    accept: 'application/json',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  const url = `${API}${path}`;
  return content === undefined
    ? { method, url, headers }
    : {
        method,
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(content),
      };
}

/** One request among several that go together. */
export interface Batched {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly content?: unknown;
}

/** Several requests in one; `inTurn`: each waits for the one before it, and falls with it. */
export function batchRequest(token: string, batched: readonly Batched[], inTurn = false): PlainRequest {
  const requests = batched.map(({ method, path, content }, index) => ({
    id: String(index),
    method,
    url: path,
    ...(inTurn && index > 0 ? { dependsOn: [String(index - 1)] } : {}),
    ...(content === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: content }),
  }));
  return graphRequest(token, 'POST', '/$batch', { requests });
}

/** The answers in the order of their requests, each as if it had come alone; null where this is no such answer. */
export function batchAnswers(response: PlainResponse, count: number): readonly PlainResponse[] | null {
  const batch = bodyAs(BatchSchema, response);
  const answers = Array.from({ length: count }, (_, index) => {
    const one = batch?.responses.find(({ id }) => id === String(index));
    if (one === undefined) return null;
    const headers = Object.entries(one.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]);
    return {
      status: one.status,
      headers: Object.fromEntries(headers),
      text: one.body === undefined ? '' : JSON.stringify(one.body),
    };
  });
  return answers.includes(null) ? null : answers.filter((one) => one !== null);
}

/** What an answer of Graph that is no success means; null for a success. */
export function graphFailure(response: PlainResponse, write: boolean, now: number): Failure | null {
  const { code, message } = bodyAs(ErrorSchema, response)?.error ?? { code: null, message: null };
  const { status } = response;
  if (status === 401 || status === 403 || status === 400) {
    // Said of a token without the permission: only an administrator can add it, and a new sign-in then brings it.
    const lacks = code === 'Authorization_RequestDenied' || /missing scope permissions/iu.test(message ?? '');
    if (lacks || wantsConsent(response.text)) return { kind: 'auth', why: 'consent' };
  }
  if (status === 412) return { kind: 'conflict' };
  // Somebody has it open: what was asked for was not done, and later it can be.
  if (status === 423) return { kind: 'retry', applied: 'no', answered: true };
  return failureOf(response, write, now, message);
}

/** Graph's own word for a refusal; null where it says none. */
export function graphCode(response: PlainResponse): string | null {
  return bodyAs(ErrorSchema, response)?.error.code ?? null;
}

export const ME = '/me?$select=id,displayName,userPrincipalName';
export const ORGANISATION = '/organization?$select=displayName';

export function readMember(response: PlainResponse): Result<Member, Failure> {
  const me = bodyAs(MemberSchema, response);
  if (me === null) return fail({ kind: 'not-a-community' });
  const handle = me.userPrincipalName ?? me.id;
  const known = { id: me.id, name: (me.displayName ?? handle).slice(0, MOST_NAME), handle };
  return succeed(handle.includes('@') && !handle.includes(GUEST) ? { ...known, signInName: handle } : known);
}

/**
 * The organisation's name, '' where it is not told to whoever asks (before sign-in); null where nothing that speaks as
 * Graph does answers.
 */
export function readOrganisation(response: PlainResponse): string | null {
  if (response.status === 401 || response.status === 403) return graphCode(response) === null ? null : '';
  const [first] = bodyAs(OrganisationSchema, response)?.value ?? [];
  return first === undefined ? null : (first.displayName ?? '').trim().slice(0, MOST_NAME);
}

const PageSchema = z.lazy(() =>
  z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.optional(z.nullable(z.string())) }),
);

/**
 * One page of a list: whatever in it has this shape, and the cursor of the next page. Null where it is no list, or goes
 * on where we do not follow: then nobody may take it for the whole.
 */
export function readPage<Shape>(
  response: PlainResponse,
  schema: z.ZodMiniType<Shape>,
): { readonly items: readonly Shape[]; readonly next: string | null } | null {
  const page = bodyAs(PageSchema, response);
  if (page === null) return null;
  const link = page['@odata.nextLink'] ?? null;
  const next = link === null ? null : cursorOf(link);
  return next === undefined ? null : { items: itemsAs(schema, page.value), next };
}

/** The token alone, where it has one; else its address, where that is Graph's own. Undefined for every other. */
function cursorOf(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { href, searchParams } = new URL(link);
  const token = [...searchParams].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1];
  return token ?? (isAddress(href) ? href : undefined);
}

/** The path of a page of a list: `path` ends where its query goes on. */
export function pathFrom(cursor: string, path: string): string {
  return isAddress(cursor) ? cursor.slice(API.length) : `${path}$skiptoken=${encodeURIComponent(cursor)}`;
}

function isAddress(cursor: string): boolean {
  return cursor.startsWith(`${API}/`);
}

/** Whether this is an answer at all: a success may be without a body, but no page of somebody else's is one. */
export function isPlainSuccess({ status, text }: PlainResponse): boolean {
  return status >= 200 && status < 300 && (text.trim() === '' || jsonOf(text) !== undefined);
}

/** The token for Graph, where it stands beside another platform. */
export function graphTokenOf({ elsewhere }: Account): string | null {
  return elsewhere?.[GRAPH] ?? null;
}
