import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { fromMarkdown } from '@/utils/practice/markdown';
import { toHtml } from '@/utils/practice/to-html';
import { type Fake, json, type KeptPost } from '../kit/specimen';
import { BASIC_INFO, CATEGORIES, postEntity } from './documented';
import { ANN, BEN, Forum, type Order, type Said, type SiteChoices } from './forum';

export const BASE = 'https://intranet.example/forum';
const PER_PAGE = 50;
const CHUNK = 20;

export function refusal(status: number, error_type: string, ...errors: string[]): PlainResponse {
  return json(status, { errors, error_type });
}
const NOT_FOUND = refusal(404, 'not_found', 'The requested URL or resource could not be found.');
export const SIGNED_OUT = refusal(
  403,
  'invalid_access',
  'You are not permitted to view the requested resource.',
);

/** A forum under a path, in memory, as its published API and its source describe it. */
export class FakeDiscourse implements Fake {
  readonly forum: Forum;
  readonly moderation = { holds: false, publish: () => this.publish() };
  token = 'secret';

  constructor(clock: Clock, choices: SiteChoices) {
    this.forum = new Forum(clock, choices);
  }

  posts(): readonly KeptPost[] {
    return this.forum.said.map(({ topic, number, raw }) => ({ id: `${topic}/${number}`, text: raw }));
  }

  readonly reply = (id: string, raw: string): void => {
    const [topic_id = 0, number = 1] = id.split('/').map(Number);
    this.forum.keep(BEN, { raw, topic_id, ...(number === 1 ? {} : { reply_to_post_number: number }) });
  };
  readonly thank = (id: string): void => void this.forum.at(id)?.likedBy.add(BEN.id);

  answer({ method, url, headers, body = '{}' }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/forum', '').replace(/\.json$/u, '');
    if (path === '/site/basic-info') return json(200, BASIC_INFO);
    const key = headers['user-api-key'];
    if (key === undefined) return refusal(403, 'not_logged_in', 'You need to be logged in to do that.');
    if (key !== this.token) return SIGNED_OUT;
    const [, first, second = '', third = '', last = ''] = path.split('/');
    switch (`${method} ${first}`) {
      case 'GET session':
        return json(200, { current_user: ANN });
      case 'GET site':
        return json(200, second === '' ? { categories: CATEGORIES } : this.settings());
      case 'GET u':
        return json(200, this.newest(ANN.id, null));
      case 'GET t':
        return this.topic(Number(second), searchParams.getAll('post_ids[]').map(Number));
      case 'GET posts':
        if (third === 'pending') return json(200, { pending_posts: this.pending() });
        return second === 'by_number'
          ? this.one(this.forum.at(`${third}/${last}`))
          : json(200, { latest_posts: this.newest(null, searchParams.get('before')) });
      case 'POST posts':
        return this.post(JSON.parse(body));
      case 'POST post_actions':
        return this.like(JSON.parse(body).id, true);
      case 'DELETE post_actions':
        return this.like(Number(second), false);
      default:
        return this.rewrite(method, Number(second), JSON.parse(body));
    }
  }

  private post(order: Order): PlainResponse {
    const objection = this.forum.objection(order);
    if (objection !== null) return json(422, { action: 'create_post', errors: [objection] });
    if (!this.moderation.holds) return this.one(this.forum.keep(ANN, order));
    const id = this.forum.held.push(order);
    return json(200, { action: 'enqueued', success: true, pending_post: { id, raw_text: order.raw } });
  }

  private pending() {
    return this.forum.held.map(({ raw, title }, at) => ({ id: at + 1, raw_text: raw, title: title ?? null }));
  }

  private publish(): void {
    this.moderation.holds = false;
    for (const order of this.forum.held.splice(0)) this.forum.keep(ANN, order);
  }

  private rewrite(method: string, id: number, order: { title?: string; post?: { raw: string } }) {
    const said = this.forum.said.find((one) => one.id === id);
    if (said === undefined) return NOT_FOUND;
    if (method === 'PUT')
      return json(200, { post: this.entity(this.forum.edit(said, order.post?.raw ?? '', order.title)) });
    this.forum.remove(said);
    return { status: 200, headers: {}, text: '' };
  }

  private like(id: number, on: boolean): PlainResponse {
    const said = this.forum.said.find((one) => one.id === id);
    if (said?.likedBy.has(ANN.id) === on) return on ? SIGNED_OUT : NOT_FOUND;
    if (on) said?.likedBy.add(ANN.id);
    else said?.likedBy.delete(ANN.id);
    return this.one(said);
  }

  private topic(id: number, wanted: readonly number[]): PlainResponse {
    const all = this.forum.said.filter(({ topic }) => topic === id);
    if (all.length === 0) return NOT_FOUND;
    const isRest = wanted.length > 0;
    const posts = isRest ? all.filter((one) => wanted.includes(one.id)) : all.slice(0, CHUNK);
    const stream = isRest ? {} : { stream: all.map((one) => one.id) };
    const post_stream = { posts: posts.map((one) => this.entity(one)), ...stream };
    return json(200, { id, title: this.forum.titles.get(id), posts_count: all.length, post_stream });
  }

  private newest(by: number | null, before: string | null) {
    const isAsked = (one: Said): boolean =>
      (by ?? one.by.id) === one.by.id && (before === null || one.id < Number(before));
    const newest = this.forum.said.filter(isAsked).slice(-PER_PAGE).reverse();
    return newest.map((one) => this.entity(one, by === null));
  }

  private one(said: Said | undefined): PlainResponse {
    return said === undefined ? NOT_FOUND : json(200, this.entity(said));
  }

  private entity(said: Said, isList = false): Record<string, unknown> {
    const inTopic = this.forum.said.filter(({ topic }) => topic === said.topic);
    const replies = inTopic.filter(({ answers }) => answers === said.number).length;
    const cooked = toHtml(fromMarkdown(said.raw));
    const title = isList ? this.forum.titles.get(said.topic) : undefined;
    return postEntity(said, { me: ANN.id, inTopic: inTopic.length, replies, cooked }, title);
  }

  private settings() {
    return { ...this.forum.choices, title: 'Archiefforum', allow_uncategorized_topics: false };
  }
}
