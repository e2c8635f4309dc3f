import type { Failure, FormPart, PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';

export const ORIGIN = 'https://community.example';
export const TOKEN = 'token-of-ann';

/** What goes wrong with one request: before or after the server has stored the post. */
export type Fault =
  | 'no-connection'
  | 'reset-after-commit'
  | 'never-answers'
  | 'never-answers-after-commit'
  | 'html'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export interface FakePost {
  readonly id: string;
  readonly text: string;
  /** How often its text was replaced. */
  readonly edits: number;
  readonly key: string | null;
  readonly at: number;
  /** The post that it answers. */
  readonly replyTo?: string;
  /** Words of the pictures that it shows. */
  readonly shows?: readonly string[];
}

interface Sent {
  readonly media_ids?: readonly string[];
  readonly status: string;
  readonly in_reply_to_id?: string;
}

/** How a server treats idempotency keys: ours, Mastodon, GoToSocial. */
export type Keys = 'forever' | 'for an hour' | 'ignored';

const NEVER = new Promise<never>(() => {});
const HOUR_MS = 3_600_000;

/** A server in memory that speaks as much of the Mastodon API as the outbox uses, and fails as it is told. */
export class FakeCommunity {
  readonly posts: FakePost[] = [];
  readonly requests: PlainRequest[] = [];
  /** Taken one by one by the writes that arrive; without any all goes well. */
  readonly faults: Fault[] = [];
  /** The same for reads. */
  readonly readFaults: Fault[] = [];
  /** Holds whenever it is set: the server is down, or the sign-in has expired. */
  always: Fault | null = null;
  validToken = TOKEN;
  refusedTexts: readonly string[] = [];
  /** What was sent to be shown by posts, by id: the words of each. */
  readonly media = new Map<string, string>();
  private stored = 0;
  private readonly keys = new Map<string, { id: string; at: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly keeps: Keys = 'forever',
  ) {}

  readonly http: Http = async (request) => {
    this.requests.push(request);
    const write = request.method !== 'GET';
    const fault = this.always ?? (write ? this.faults.shift() : this.readFaults.shift());
    if (fault === 'never-answers') return NEVER;
    if (fault === 'no-connection') return lost(write);
    if (fault === 'html')
      return succeed({ status: 200, headers: {}, text: '<html>Sign in to the hotel</html>' });
    if (typeof fault === 'object') {
      return succeed({
        status: fault.status,
        headers: fault.headers ?? {},
        text: fault.body ?? '{"error":"no"}',
      });
    }
    const answer = this.answer(request);
    if (fault === 'reset-after-commit') return lost(write);
    return fault === 'never-answers-after-commit' ? NEVER : succeed(answer);
  };

  get writes(): readonly PlainRequest[] {
    return this.requests.filter(({ method }) => method === 'POST');
  }

  get edits(): readonly PlainRequest[] {
    return this.requests.filter(({ method }) => method === 'PUT');
  }

  /** How many posts hold this text. */
  count(text: string): number {
    return this.posts.filter((post) => post.text === text).length;
  }

  private answer({ method, url, headers, body, form }: PlainRequest): PlainResponse {
    if (headers.authorization !== `Bearer ${this.validToken}`)
      return json(401, { error: 'The token is invalid' });
    if (url.endsWith('/api/v2/media')) return this.keepMedia(form ?? []);
    if (method === 'POST') return this.store(JSON.parse(body ?? '{}'), headers['idempotency-key'] ?? null);
    const { pathname, searchParams } = new URL(url);
    const id = /^\/api\/v1\/statuses\/([^/]+)$/.exec(pathname)?.[1];
    if (method === 'PUT') return this.edit(id, JSON.parse(body ?? '{}').status);
    if (method === 'DELETE') return this.remove(id);
    return this.page(searchParams);
  }

  private keepMedia(form: readonly FormPart[]): PlainResponse {
    const words = form.find(({ name }) => name === 'description');
    const id = `m${this.media.size}`;
    this.media.set(id, words !== undefined && 'text' in words ? words.text : '');
    return json(200, { id, url: `${ORIGIN}/media/${id}` });
  }

  private edit(id: string | undefined, text: string): PlainResponse {
    const at = this.posts.findIndex((post) => post.id === id);
    const post = this.posts[at];
    if (post === undefined) return json(404, { error: 'Record not found' });
    if (this.refusedTexts.includes(text)) return json(422, { error: 'Validation failed: not like this' });
    // As Mastodon: the same text again is no edit.
    const edited = post.text === text ? post : { ...post, text, edits: post.edits + 1 };
    this.posts[at] = edited;
    return json(200, entity(edited));
  }

  private remove(id: string | undefined): PlainResponse {
    const at = this.posts.findIndex((post) => post.id === id);
    const [post] = at === -1 ? [] : this.posts.splice(at, 1);
    return post === undefined ? json(404, { error: 'Record not found' }) : json(200, entity(post));
  }

  private store(
    { status: text, in_reply_to_id: replyTo, media_ids }: Sent,
    key: string | null,
  ): PlainResponse {
    if (this.refusedTexts.includes(text)) return json(422, { error: 'Validation failed: not like this' });
    const known = key === null ? undefined : this.keys.get(key);
    const remembers = this.keeps === 'forever' || this.clock() - (known?.at ?? 0) < HOUR_MS;
    if (known !== undefined && this.keeps !== 'ignored' && remembers) {
      const post = this.posts.find(({ id }) => id === known.id);
      return post === undefined ? json(410, { error: 'Removed', id: known.id }) : json(200, entity(post));
    }
    if (replyTo !== undefined && !this.posts.some(({ id }) => id === replyTo))
      return json(404, { error: 'Record not found' });
    const shows = media_ids?.map((id) => this.media.get(id));
    if (shows?.includes(undefined)) return json(422, { error: 'Validation failed: Media not found' });
    const at = this.clock();
    const shown = shows === undefined ? {} : { shows: shows as string[] };
    const made = { id: String(1_000_000 + this.stored), text, edits: 0, key, at, ...shown };
    const post: FakePost = replyTo === undefined ? made : { ...made, replyTo };
    this.stored += 1;
    this.posts.push(post);
    if (key !== null) this.keys.set(key, { id: post.id, at: post.at });
    return json(200, entity(post));
  }

  private page(query: URLSearchParams): PlainResponse {
    const before = query.get('max_id');
    const limit = Number(query.get('limit') ?? 20);
    const older = [...this.posts].reverse().filter(({ id }) => before === null || id < before);
    const shown = older.slice(0, limit);
    const last = shown.at(-1);
    const next = `<${ORIGIN}/api/v1/accounts/1/statuses?max_id=${last?.id}>; rel="next"`;
    return json(200, shown.map(entity), older.length > limit ? { link: next } : {});
  }
}

function lost(write: boolean): Result<never, Failure> {
  return fail({ kind: 'retry', applied: write ? 'unknown' : 'no', answered: false });
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): PlainResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, text: JSON.stringify(body) };
}

function entity({ id, text, at }: FakePost) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return {
    id,
    url: `${ORIGIN}/@ann/${id}`,
    uri: `${ORIGIN}/posts/${id}`,
    created_at: new Date(at).toISOString(),
    content: `<p>${escaped.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`,
    account: { id: '1', username: 'ann', acct: 'ann' },
  };
}
