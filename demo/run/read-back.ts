import { createHash } from 'node:crypto';
import { newSecret } from '@/utils/kernel/ids';
import type { Member } from './data-folder';

/** Never visited: the answer is read from the redirect itself. */
const RETURN_TO = 'http://localhost/returned';
const PAGE = 40;

/** A post as the community's API shows it, as far as we read it. */
export interface Post {
  readonly id: string;
  readonly created_at: string;
  /** Null where it is as it came. */
  readonly edited_at: string | null;
  /** HTML. */
  readonly content: string;
  readonly url: string;
}

type Fields = Readonly<Record<string, string>>;

/** Signs in at the community as an app of its own, by OAuth with PKCE, so that what is read back owes nothing to the extension. */
export async function readerOf(origin: string, member: Member): Promise<() => Promise<Post[]>> {
  const token = await tokenOf(origin, member, 'read');
  return () => readPosts(origin, token);
}

/** The access of an app of its own, in the name of this member. */
export async function tokenOf(origin: string, member: Member, scope: string): Promise<string> {
  const app = await json(
    post(`${origin}/api/v1/apps`, { client_name: 'npm start', redirect_uris: RETURN_TO, scopes: scope }),
  );
  const cookie = await signIn(origin, member);
  const verifier = newSecret();
  const asked = {
    response_type: 'code',
    client_id: String(app.client_id),
    redirect_uri: RETURN_TO,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const consent = await fetch(`${origin}/oauth/authorize?${new URLSearchParams(asked)}`, {
    headers: { cookie },
  });
  const csrf = /name="csrf" value="([^"]+)"/.exec(await consent.text())?.[1] ?? '';
  const decided = await post(`${origin}/oauth/authorize`, { ...asked, csrf, decision: 'allow' }, cookie);
  const code = new URL(decided.headers.get('location') ?? origin).searchParams.get('code') ?? '';
  const token = await json(
    post(`${origin}/oauth/token`, {
      grant_type: 'authorization_code',
      client_id: String(app.client_id),
      client_secret: String(app.client_secret),
      redirect_uri: RETURN_TO,
      code,
      code_verifier: verifier,
    }),
  );
  return String(token.access_token);
}

/** Every post of the home timeline, page by page. */
async function readPosts(origin: string, token: string): Promise<Post[]> {
  const posts: Post[] = [];
  for (;;) {
    const after = posts.at(-1);
    const query = new URLSearchParams({ limit: String(PAGE), ...(after ? { max_id: after.id } : {}) });
    const answer = await fetch(`${origin}/api/v1/timelines/home?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`GET /api/v1/timelines/home: ${answer.status}`);
    const page = (await answer.json()) as Post[];
    posts.push(...page);
    if (page.length < PAGE) return posts;
  }
}

async function signIn(origin: string, { handle, password }: Member): Promise<string> {
  const answer = await post(`${origin}/sign-in`, { handle, password, next: '/' });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function post(url: string, fields: Fields, cookie = ''): Promise<Response> {
  const headers = { origin: new URL(url).origin, cookie };
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
}

async function json(asked: Promise<Response>): Promise<Record<string, unknown>> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return (await answer.json()) as Record<string, unknown>;
}
