import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { type Fake, json, type KeptPost } from '../kit/specimen';
import { ANN, BEN, CHANNEL, CONFIG, DIRECT, HIDDEN, id, refusal, TEAM } from './who-and-where';

const WINDOW_MS = 30_000;

interface Post {
  readonly id: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  readonly create_at: number;
  message: string;
  delete_at: number;
  readonly type: string;
  readonly props: Record<string, unknown>;
}
type Body = Partial<Post> & { readonly pending_post_id?: string; readonly emoji_name?: string };

/** Mattermost's API v4: one team, one list of a post's half minute, and ids that the server hands out. */
export class FakeMattermost implements Fake {
  private readonly all: Post[] = [];
  private readonly pending = new Map<string, { readonly post: Post; readonly at: number }>();
  private readonly reactions: { user_id: string; post_id: string; emoji_name: string; create_at: number }[] =
    [];

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.there().map(({ id: post, channel_id, root_id, message: text }) => ({
      id: [TEAM.name, channel_id, post, ...(root_id === '' ? [] : [root_id])].join('/'),
      text,
    }));
  }

  readonly reply = (postId: string, message: string): void => {
    const [, channel_id = '', root_id = ''] = postId.split('/');
    this.keep(BEN.id, { channel_id, root_id, message });
  };

  readonly thank = (postId: string): void => this.react(BEN.id, postId.split('/')[2] ?? '', '+1');

  answer({ method, url, headers, body }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    const [kind = '', one = '', what = '', other = '', , emoji = ''] = pathname
      .replace('/praat/api/v4/', '')
      .split('/');
    const isAnn = headers.authorization === 'Bearer secret';
    if (kind === 'config') return json(200, { ...CONFIG, ...(isAnn ? { MaxPostSize: '16383' } : {}) });
    if (!isAnn) return refusal(401, 'api.context.session_expired.app_error');
    if (kind === 'channels') return this.page(one, searchParams);
    if (kind === 'reactions' && body !== undefined) return this.thanked(JSON.parse(body));
    if (kind === 'users' && what === 'posts') {
      const at = this.reactions.findIndex((r) => r.post_id === other && r.emoji_name === emoji);
      if (at >= 0) this.reactions.splice(at, 1);
      return json(200, { status: 'OK' });
    }
    if (kind === 'users') return this.people(one, what, body);
    return this.post(method, one, what, body === undefined ? {} : JSON.parse(body));
  }

  private people(one: string, what: string, body: string | undefined): PlainResponse {
    if (what === 'teams') return json(200, [TEAM]);
    if (what === 'channels') return json(200, [CHANNEL, DIRECT, HIDDEN]);
    if (one !== 'ids') return json(200, ANN);
    const ids: string[] = JSON.parse(body ?? '[]');
    return json(
      200,
      [ANN, BEN].filter((user) => ids.includes(user.id)),
    );
  }

  private post(method: string, one: string, what: string, body: Body): PlainResponse {
    if (method === 'POST') return this.create(body);
    const post = this.there().find((known) => known.id === one);
    if (post === undefined)
      return method === 'PUT'
        ? refusal(403, 'api.context.permissions.app_error')
        : refusal(404, 'app.post.get.app_error');
    if (what === 'thread') return json(200, this.list([post, ...this.answers(one)]));
    if (method === 'PUT') post.message = body.message ?? '';
    if (method === 'PUT') return json(200, this.shown(post));
    for (const gone of [post, ...this.answers(one)]) gone.delete_at = this.clock();
    return json(200, { status: 'OK' });
  }

  private create(body: Body): PlainResponse {
    const known = this.pending.get(body.pending_post_id ?? '');
    if (known !== undefined && this.clock() - known.at < WINDOW_MS) return json(201, this.shown(known.post));
    const isKnown = [CHANNEL.id, HIDDEN.id].includes(body.channel_id ?? '');
    if (!isKnown) return refusal(403, 'api.context.permissions.app_error');
    const root = this.there().find((post) => post.id === body.root_id);
    if ((body.root_id ?? '') !== '' && root?.root_id !== '')
      return refusal(400, 'api.post.create_post.root_id.app_error');
    const post = this.keep(ANN.id, body);
    this.pending.set(body.pending_post_id ?? '', { post, at: this.clock() });
    return json(201, { ...this.shown(post), pending_post_id: body.pending_post_id });
  }

  private keep(user_id: string, { channel_id = '', root_id = '', message = '', props = {} }: Body): Post {
    const post = {
      id: id(`p${this.all.length}`),
      ...{ user_id, channel_id, root_id, message, props, delete_at: 0, type: '' },
      create_at: this.clock(),
    };
    this.all.push(post);
    return post;
  }

  private thanked({ user_id = '', ...body }: Body & { post_id?: string }): PlainResponse {
    this.react(user_id, body.post_id ?? '', body.emoji_name ?? '');
    return json(201, { user_id, ...body, create_at: this.clock() });
  }

  private react(user_id: string, post_id: string, emoji_name: string): void {
    const isThere = this.reactions.some((one) => one.user_id === user_id && one.post_id === post_id);
    if (!isThere) this.reactions.push({ user_id, post_id, emoji_name, create_at: this.clock() });
  }

  private there(): Post[] {
    return this.all.filter(({ delete_at }) => delete_at === 0);
  }

  private answers(root: string): Post[] {
    return this.there().filter(({ root_id }) => root_id === root);
  }

  private page(channel: string, query: URLSearchParams): PlainResponse {
    const before = query.get('before');
    const here = this.there().filter(({ channel_id }) => channel_id === channel);
    const older =
      before === null
        ? here
        : here.slice(
            0,
            here.findIndex((post) => post.id === before),
          );
    const perPage = Number(query.get('per_page'));
    const list = this.list(older.slice(-perPage).reverse());
    return json(200, { ...list, prev_post_id: older.at(-perPage - 1)?.id ?? '' });
  }

  private list(posts: readonly Post[]) {
    const shown = Object.fromEntries(posts.map((post) => [post.id, this.shown(post)]));
    return { order: posts.map((post) => post.id), posts: shown, next_post_id: '', prev_post_id: '' };
  }

  private shown(post: Post) {
    const reactions = this.reactions.filter(({ post_id }) => post_id === post.id);
    const metadata = reactions.length === 0 ? {} : { reactions };
    return { ...post, update_at: post.create_at, reply_count: this.answers(post.id).length, metadata };
  }
}
