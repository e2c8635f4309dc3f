import type { Failure, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { HOUR_MS, SECOND_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { ORIGIN } from '../../support/fake-community';

/** How a server treats keys: ours, Mastodon, GoToSocial, and one that also stores what it took some time later. */
export type Habit = 'keeps keys' | 'forgets keys' | 'ignores keys' | 'is racy';
export const HABITS: readonly Habit[] = ['keeps keys', 'forgets keys', 'ignores keys', 'is racy'];

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'no connection' | 'reset' | 'html' | 'cut off' | 'hang'; readonly stored: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string };

export interface Stored {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly visibility: string;
  readonly at: number;
}

/** A racy server stores what it took so much later; less than the time that we give it to settle. */
const LATE_MS = 50 * SECOND_MS;
const PER_PAGE = 2;

/** A server in memory, with a clock of its own. Everything that it ever stored stays known to the test. */
export class ModelServer {
  now = 0;
  isDown = false;
  readonly posts: Stored[] = [];
  readonly everStored: Stored[] = [];
  readonly faults: Fault[] = [];
  readonly tokens = new Map<string, string>();
  refuses: (text: string) => boolean = () => false;
  private readonly keys = new Map<string, { readonly id: string; readonly at: number }>();
  private late: { readonly at: number; readonly store: () => void }[] = [];

  constructor(private readonly habit: Habit) {}

  /** Lets time go by; what was taken is stored when it is due, or now. */
  pass(ms: number, settled = false): void {
    this.now += ms;
    const due = this.late.filter(({ at }) => settled || at <= this.now);
    this.late = this.late.filter((one) => !due.includes(one));
    for (const { store } of due) store();
  }

  /** Null: nothing comes back, ever. */
  answer(request: PlainRequest): Result<PlainResponse, Failure> | null {
    const write = request.method !== 'GET';
    const lost = fail<Failure>({ kind: 'retry', applied: write ? 'unknown' : 'no', answered: false });
    if (this.isDown) return lost;
    const fault = this.faults.shift();
    const date = new Date(this.now).toUTCString();
    if (fault === undefined) {
      const { headers, ...answered } = this.handle(request, false);
      return succeed({ ...answered, headers: { ...headers, date } });
    }
    if (fault.kind === 'status') {
      const asks = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      const headers = { date, ...asks };
      return succeed({ status: fault.status, headers, text: '{"error":"no"}' });
    }
    const answer = fault.stored ? this.handle(request, true) : null;
    if (fault.kind === 'hang') return null;
    if (fault.kind === 'html') return succeed({ status: 200, headers: {}, text: '<html>Welkom</html>' });
    if (fault.kind === 'cut off' && answer !== null)
      return succeed({ ...answer, text: answer.text.slice(0, 20) });
    return lost;
  }

  private handle(request: PlainRequest, isLost: boolean): PlainResponse {
    const by = this.tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (by === undefined) return json(401, { error: 'The token is invalid' });
    const { pathname, searchParams } = new URL(request.url);
    const id = pathname.split('/').at(-1) ?? '';
    if (request.method === 'GET') return this.page(by, searchParams.get('max_id'));
    if (request.method === 'DELETE') return this.remove(id);
    const sent = JSON.parse(request.body ?? '{}');
    if (request.method === 'PUT') return this.edit(id, sent.status);
    return this.make(by, sent, request.headers['idempotency-key'] ?? '', isLost);
  }

  private make(by: string, sent: Record<string, string>, key: string, isLost: boolean): PlainResponse {
    const known = this.keys.get(key);
    const remembers = this.habit === 'keeps keys' || this.now - (known?.at ?? 0) < HOUR_MS;
    if (known !== undefined && remembers) {
      const post = this.posts.find(({ id }) => id === known.id);
      return post === undefined ? json(410, { error: 'Removed', id: known.id }) : json(200, entity(post));
    }
    if (this.refuses(sent.status ?? '')) return json(422, { error: 'Validation failed' });
    const replyTo = sent.in_reply_to_id ?? null;
    if (replyTo !== null && !this.posts.some(({ id }) => id === replyTo))
      return json(404, { error: 'Not found' });
    const id = String(1_000 + this.everStored.length + this.late.length);
    const { status: text = '', visibility = '' } = sent;
    const post: Stored = { id, by, text, replyTo, visibility, at: this.now };
    const store = () => {
      this.posts.push(post);
      this.everStored.push(post);
      if (this.habit === 'keeps keys' || this.habit === 'forgets keys')
        this.keys.set(key, { id, at: this.now });
    };
    if (isLost && this.habit === 'is racy') this.late.push({ at: this.now + LATE_MS, store });
    else store();
    return json(200, entity(post));
  }

  private edit(id: string, text: string): PlainResponse {
    const at = this.posts.findIndex((post) => post.id === id);
    const post = this.posts[at];
    if (post === undefined) return json(404, { error: 'Not found' });
    if (this.refuses(text)) return json(422, { error: 'Validation failed' });
    this.posts[at] = { ...post, text };
    return json(200, entity(post));
  }

  private remove(id: string): PlainResponse {
    const at = this.posts.findIndex((post) => post.id === id);
    const [post] = at === -1 ? [] : this.posts.splice(at, 1);
    return post === undefined ? json(404, { error: 'Not found' }) : json(200, entity(post));
  }

  private page(by: string, before: string | null): PlainResponse {
    const own = this.posts.filter((post) => post.by === by && (before === null || post.id < before));
    const shown = own.sort((a, b) => Number(b.id) - Number(a.id)).slice(0, PER_PAGE);
    const next = `<${ORIGIN}/api/v1/x?max_id=${shown.at(-1)?.id}>; rel="next"`;
    return json(200, shown.map(entity), own.length > PER_PAGE ? { link: next } : { link: '' });
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): PlainResponse {
  return { status, headers, text: JSON.stringify(body) };
}

function entity({ id, by, text, at }: Stored) {
  const created_at = new Date(at).toISOString();
  const content = `<p>${text.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`;
  return { id, url: `${ORIGIN}/posts/${id}`, created_at, content, account: { id: by } };
}
