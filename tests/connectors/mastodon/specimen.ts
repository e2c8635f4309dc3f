import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { mastodon } from '@/utils/community/connectors/mastodon/platform';
import type { Clock } from '@/utils/kernel/clock';
import { toHtml } from '@/utils/practice/to-html';
import { anAccount } from '../../support/accounts';
import { type Fake, json, type KeptPost, type Specimen } from '../kit/specimen';

const ORIGIN = 'https://social.example';
const ANN = { id: '101', username: 'ann', acct: 'ann', display_name: 'Ann' };
const BEN = { id: '102', username: 'ben', acct: 'ben', display_name: 'Ben' };
const NOT_FOUND = json(404, { error: 'Record not found' });
const PER_PAGE = 20;
const HOUR_MS = 3_600_000;

interface Status extends KeptPost {
  readonly by: typeof ANN;
  readonly at: number;
  readonly answers: string | null;
  readonly thankedBy: Set<string>;
}

/** Mastodon's client API as documented; keys are kept for an hour. */
class FakeMastodon implements Fake {
  private statuses: Status[] = [];
  private readonly keys = new Map<string, { readonly id: string; readonly at: number }>();
  private made = 0;

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.statuses;
  }

  readonly reply = (id: string, text: string): void => void this.keep(BEN, text, id);
  readonly thank = (id: string): void => void this.status(id)?.thankedBy.add(BEN.id);

  answer({ method, url, headers, body }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    const [, first = '', id = '', action = ''] = pathname.replace('/api/v1', '').split('/');
    if (pathname === '/api/v2/instance') return json(200, INSTANCE);
    if (headers.authorization !== 'Bearer secret') return json(401, { error: 'The access token is invalid' });
    if (pathname.endsWith('/verify_credentials')) return json(200, ANN);
    if (first === 'accounts' && action === 'statuses') return this.page(ANN.id, searchParams);
    if (first === 'timelines') return this.page(null, searchParams);
    if (method === 'POST' && id === '')
      return this.post(JSON.parse(body ?? '{}'), headers['idempotency-key']);
    return this.one(method, id, action, body);
  }

  private one(method: string, id: string, action: string, body: string | undefined): PlainResponse {
    const status = this.status(id);
    if (status === undefined) return NOT_FOUND;
    if (action === 'context') {
      const descendants = this.statuses.filter(({ answers }) => answers === id);
      return json(200, { ancestors: [], descendants: descendants.map((one) => this.entity(one)) });
    }
    if (action === 'favourite') status.thankedBy.add(ANN.id);
    if (action === 'unfavourite') status.thankedBy.delete(ANN.id);
    if (method === 'DELETE') this.statuses = this.statuses.filter((one) => one !== status);
    if (method === 'PUT') {
      const edited = { ...status, text: JSON.parse(body ?? '{}').status };
      this.statuses = this.statuses.map((one) => (one === status ? edited : one));
      return json(200, this.entity(edited));
    }
    return json(200, this.entity(status));
  }

  private post(
    { status: text, in_reply_to_id: answers = null }: { status?: string; in_reply_to_id?: string | null },
    key = '',
  ): PlainResponse {
    const known = this.keys.get(key);
    const before = known && this.clock() - known.at < HOUR_MS ? this.status(known.id) : undefined;
    if (before !== undefined) return json(200, this.entity(before));
    const status = this.keep(ANN, text ?? '', answers);
    this.keys.set(key, { id: status.id, at: status.at });
    return json(200, this.entity(status));
  }

  private keep(by: typeof ANN, text: string, answers: string | null): Status {
    this.made += 1;
    const id = String(115_600_000_000_000_000n + BigInt(this.made));
    const status = { id, by, text, at: this.clock(), answers, thankedBy: new Set<string>() };
    this.statuses.push(status);
    return status;
  }

  private status(id: string): Status | undefined {
    return this.statuses.find((one) => one.id === id);
  }

  private page(by: string | null, query: URLSearchParams): PlainResponse {
    const before = query.get('max_id');
    const older = this.statuses.filter(
      (one) => (by ?? one.by.id) === one.by.id && (!before || one.id < before),
    );
    const shown = older.slice(-PER_PAGE).reverse();
    const next = `<${ORIGIN}/api/v1/x?max_id=${shown.at(-1)?.id}>; rel="next"`;
    const link: Record<string, string> = older.length > PER_PAGE ? { link: next } : {};
    return json(
      200,
      shown.map((one) => this.entity(one)),
      link,
    );
  }

  private entity({ id, by, text, at, answers, thankedBy }: Status) {
    return {
      id,
      uri: `${ORIGIN}/users/${by.username}/statuses/${id}`,
      url: `${ORIGIN}/@${by.username}/${id}`,
      created_at: new Date(at).toISOString(),
      content: toHtml(text),
      in_reply_to_id: answers,
      account: by,
      favourites_count: thankedBy.size,
      favourited: thankedBy.has(ANN.id),
      replies_count: this.statuses.filter((one) => one.answers === id).length,
      reblog: null,
    };
  }
}

const INSTANCE = {
  title: 'Archiefdienst',
  version: '4.5.0',
  configuration: { statuses: { max_characters: 5_000 } },
};

export const MASTODON: Specimen = {
  platform: mastodon,
  evidence: 'Mastodon’s documentation and published OpenAPI',
  account: anAccount(ORIGIN, { member: null }),
  placeId: null,
  create: (clock) => new FakeMastodon(clock),
  signedOut: json(401, { error: 'The access token is invalid' }),
  limited: { answer: json(429, { error: 'Too many requests' }, { 'retry-after': '120' }), afterMs: 120_000 },
  refusals: [
    {
      what: 'too long',
      answer: json(422, { error: 'Validation failed: Text character limit of 500 exceeded' }),
      means: { kind: 'too-long', max: 500 },
    },
    {
      what: 'not allowed',
      answer: json(403, { error: 'This action is not allowed' }),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'refused for what it says',
      answer: json(422, { error: 'Validation failed: Text can’t be blank' }),
      means: { kind: 'invalid', message: 'Validation failed: Text can’t be blank' },
    },
    { what: 'what it answers is gone', answer: NOT_FOUND, means: { kind: 'gone' } },
    {
      what: 'the address has moved',
      answer: { status: 301, headers: { location: 'https://elders.example/api/v1/statuses' }, text: '' },
      means: { kind: 'moved', to: 'https://elders.example' },
    },
  ],
};
