import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { wordpress } from '@/utils/community/connectors/wordpress/platform';
import type { Clock } from '@/utils/kernel/clock';
import { anAccount } from '../../support/accounts';
import { type Fake, json, type KeptPost, type Refusal, type Specimen } from '../kit/specimen';

const ORIGIN = 'https://site.example';
/** ann:abcd efgh */
const TOKEN = 'Basic YW5uOmFiY2RlZmdo';
const ANN = { id: 3, name: 'Ann &amp; co', slug: 'ann' };

interface Post {
  readonly id: number;
  readonly slug: string;
  status: string;
  readonly at: number;
  title: string;
  content: string;
}

interface Written {
  readonly title?: string;
  readonly content?: string;
  readonly slug?: string;
  readonly status?: string;
}

/** WordPress's REST API as its sources (6.1) and the site that runs in `tests/real` have it. */
export class FakeWordpress implements Fake {
  all: Post[] = [];
  readonly moderation = {
    holds: false,
    publish: () => {
      for (const post of this.all) post.status = 'publish';
    },
  };
  /** Done once, right before the next post is made. */
  meanwhile: (() => void) | null = null;
  private made = 10;

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    const there = this.all.filter(({ status }) => status !== 'trash');
    return there.map(({ id, content }) => ({ id: String(id), text: content }));
  }

  readonly change = (id: string, text: string): void => {
    const post = this.byId(id);
    if (post !== undefined) post.content = `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
  };

  answer({ method, url, headers, body = '{}' }: PlainRequest): PlainResponse {
    const { pathname, searchParams: query } = new URL(url);
    const [, , , kind = '', id] = pathname.replace('/wp-json', '').split('/');
    if (!pathname.startsWith('/wp-json/')) return { status: 404, headers: {}, text: '<h1>Oops</h1>' };
    if (pathname === '/wp-json/')
      return json(200, { name: 'Intranet', home: ORIGIN, namespaces: ['oembed/1.0', 'wp/v2'] });
    if (kind === 'categories') return json(200, [{ id: 2, name: 'Werkwijze' }]);
    if (kind === 'comments') return json(200, []);
    if (headers.authorization !== TOKEN) return SIGNED_OUT;
    if (kind === 'users') return json(200, ANN);
    if (id === undefined)
      return method === 'POST' ? this.create(JSON.parse(body)) : json(200, ...this.list(query));
    const post = this.byId(id);
    if (post === undefined) return GONE;
    if (method === 'DELETE') return this.remove(post, query.get('force') === 'true');
    if (method === 'POST') Object.assign(post, JSON.parse(body));
    return json(200, entity(post));
  }

  /** Puts a post there, as the site does: of one address there is one, and others get a number. */
  create({ title = '', content = '', slug = '', status = 'draft' }: Written): PlainResponse {
    const before = this.meanwhile;
    this.meanwhile = null;
    before?.();
    if (status === 'publish' && this.moderation.holds) return CANNOT_PUBLISH;
    const taken = this.all.filter((one) => one.slug === slug || one.slug.startsWith(`${slug}-`)).length;
    this.made += 1;
    // Who may not publish has no say in the address.
    const own = status === 'pending' ? '' : taken === 0 ? slug : `${slug}-${taken + 1}`;
    const post = { id: this.made, slug: own, status, at: this.clock(), title: title.trim(), content };
    this.all.push(post);
    return json(201, entity(post));
  }

  private list(query: URLSearchParams): [Post[]] {
    const [slug, page] = [query.get('slug'), Number(query.get('page') ?? '1')];
    const most = Number(query.get('per_page') ?? '10');
    const there = this.all.filter(({ status }) => status !== 'trash');
    const wanted = slug === null ? there : there.filter((post) => post.slug === slug);
    const newest = wanted.toSorted((one, other) => other.at - one.at || other.id - one.id);
    return [newest.slice((page - 1) * most, page * most).map(entity) as never];
  }

  private remove(post: Post, forever: boolean): PlainResponse {
    if (post.status === 'trash')
      return refusal(410, 'rest_already_trashed', 'The post has already been deleted.');
    if (forever) this.all = this.all.filter((one) => one !== post);
    else post.status = 'trash';
    return json(200, entity(post));
  }

  private byId = (id: string) => this.all.find((post) => String(post.id) === id);
}

function entity({ id, slug, status, at, title, content }: Post) {
  return {
    ...{ id, slug, status, author: ANN.id, link: `${ORIGIN}/${slug}/` },
    date_gmt: new Date(at).toISOString().slice(0, 19),
    title: { raw: title, rendered: title },
    content: { raw: content, rendered: content, protected: false, block_version: 1 },
  };
}

function refusal(status: number, code: string, message: string, data: object = {}): PlainResponse {
  return json(status, { code, message, data: { status, ...data } });
}

const SIGNED_OUT = refusal(401, 'rest_not_logged_in', 'You are not currently logged in.');
const GONE = refusal(404, 'rest_post_invalid_id', 'Invalid post ID.');
const CANNOT_PUBLISH = refusal(
  403,
  'rest_cannot_publish',
  'Sorry, you are not allowed to publish posts in this post type.',
);
const forbidden = { kind: 'auth', why: 'forbidden' };

export const WORDPRESS: Specimen = {
  platform: wordpress,
  evidence: 'WordPress’s sources and a WordPress 6.1.9 that runs',
  account: anAccount(ORIGIN, { base: `${ORIGIN}/wp-json`, token: TOKEN, member: null }),
  placeId: '2',
  create: (clock) => new FakeWordpress(clock),
  signedOut: SIGNED_OUT,
  limited: {
    answer: { status: 429, headers: { 'retry-after': '60' }, text: '<h1>Too Many Requests</h1>' },
    afterMs: 60_000,
  },
  refusals: [
    [
      'not allowed',
      refusal(403, 'rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.'),
      forbidden,
    ],
    [
      'may not see what is not published',
      refusal(400, 'rest_invalid_param', 'Invalid parameter(s): status', {
        details: { status: { code: 'rest_forbidden_status', data: { status: 403 } } },
      }),
      forbidden,
    ],
    [
      'a stranger may not see what is not published',
      refusal(400, 'rest_invalid_param', 'Invalid parameter(s): status', {
        details: { status: { code: 'rest_forbidden_status', data: { status: 401 } } },
      }),
      { kind: 'auth', why: 'expired' },
    ],
    [
      'a wrong password',
      refusal(401, 'incorrect_password', 'The provided password is an invalid application password.'),
      { kind: 'auth', why: 'expired' },
    ],
    [
      'a cookie that is too old',
      refusal(403, 'rest_cookie_invalid_nonce', 'Cookie check failed'),
      { kind: 'auth', why: 'expired' },
    ],
    [
      'passwords for applications are switched off',
      refusal(501, 'application_passwords_disabled', 'Application passwords are not available.'),
      { kind: 'auth', why: 'consent' },
    ],
    ['the post is gone', GONE, { kind: 'gone' }],
    [
      'refused for what it says',
      refusal(400, 'empty_content', '<strong>Error:</strong> Content, title, and excerpt are empty.'),
      { kind: 'invalid', message: 'Error: Content, title, and excerpt are empty.' },
    ],
    [
      'the database is ill',
      refusal(500, 'db_insert_error', 'Could not insert post into the database.'),
      { kind: 'retry', applied: 'unknown', answered: true },
    ],
  ].map(([what, answer, means]) => ({ what, answer, means }) as Refusal),
};
