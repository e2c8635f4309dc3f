import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { type Fake, json, type KeptPost } from '../kit/specimen';
import { ANN, BEN, members, ROOM, refusal, rooms } from './who-and-where';

interface Relation {
  readonly rel_type?: string;
  readonly event_id?: string;
  readonly key?: string;
}
interface Content {
  readonly body?: string;
  readonly formatted_body?: string;
  readonly 'm.relates_to'?: Relation;
  readonly 'm.new_content'?: Content;
}
interface Event {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  content: Content;
}

const MOST_BYTES = 65_536;
/** As long as a widespread server remembers what was sent under a key; nothing says for how long one must. */
const REMEMBERED_MS = 30 * 60_000;

/** A Matrix server with one room to write in. */
export class FakeMatrix implements Fake {
  private readonly events: Event[] = [];
  private readonly sent = new Map<string, { readonly event_id: string; readonly at: number }>();

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.events
      .filter(({ type, content }) => type === 'm.room.message' && content.body !== undefined)
      .filter(({ content }) => content['m.relates_to']?.rel_type !== 'm.replace')
      .map((event) => {
        const { rel_type, event_id = '' } = event.content['m.relates_to'] ?? {};
        const { body = '', formatted_body = body } =
          this.corrected(event)?.content['m.new_content'] ?? event.content;
        const id = `${ROOM}/${event.event_id}${rel_type === 'm.thread' ? `/${event_id}` : ''}`;
        return { id, text: formatted_body };
      });
  }

  readonly reply = (postId: string, body: string): void => {
    const reply = { 'm.in_reply_to': { event_id: eventOf(postId) } };
    this.keep(BEN, 'm.room.message', { body, msgtype: 'm.text', 'm.relates_to': reply } as Content);
  };

  readonly thank = (postId: string): void => {
    const relation = { rel_type: 'm.annotation', event_id: eventOf(postId), key: '👍' };
    this.keep(BEN, 'm.reaction', { 'm.relates_to': relation });
  };

  answer({ method, url, headers, body }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/_matrix/client/', '').split('/').map(decodeURIComponent);
    if (path[0] === 'versions') return json(200, { versions: ['r0.6.1', 'v1.11', 'v1.15'] });
    if (headers.authorization !== 'Bearer secret')
      return refusal(401, 'M_UNKNOWN_TOKEN', { soft_logout: false });
    if (path[1] === 'account') return json(200, { user_id: ANN, device_id: 'DEELGENOOT', is_guest: false });
    if (path[1] === 'sync') return json(200, { next_batch: 's1', rooms: { join: rooms() } });
    const [, , room, verb = '', what = '', key = ''] = path;
    if (room !== ROOM) return refusal(403, 'M_FORBIDDEN');
    if (method === 'PUT') return this.put(pathname, verb, what, body ?? '{}');
    if (verb === 'messages') return this.page(searchParams);
    const at = this.events.findIndex(({ event_id }) => event_id === what);
    if (at === -1) return refusal(404, 'M_NOT_FOUND');
    if (verb === 'context') return json(200, this.around(at));
    const related = this.events.filter(({ content }) => isRelated(content, what, key));
    return json(200, { chunk: related.map((event) => this.shown(event)).reverse() });
  }

  private put(path: string, verb: string, what: string, body: string): PlainResponse {
    const known = this.sent.get(path);
    if (known !== undefined && this.clock() - known.at < REMEMBERED_MS)
      return json(200, { event_id: known.event_id });
    if (new TextEncoder().encode(body).length > MOST_BYTES) return refusal(413, 'M_TOO_LARGE');
    const content: Content = JSON.parse(body);
    const { key, event_id = '' } = content['m.relates_to'] ?? {};
    const isThere = ({ sender, content: { 'm.relates_to': one } }: Event) =>
      sender === ANN && one?.event_id === event_id && one.key === key;
    if (what === 'm.reaction' && this.events.some(isThere)) return refusal(400, 'M_DUPLICATE_ANNOTATION');
    if (verb === 'redact') for (const event of this.events) if (event.event_id === what) event.content = {};
    const made = this.keep(ANN, verb === 'redact' ? 'm.room.redaction' : what, content);
    this.sent.set(path, { event_id: made.event_id, at: this.clock() });
    return json(200, { event_id: made.event_id });
  }

  private keep(sender: string, type: string, content: Content): Event {
    const made = {
      sender,
      type,
      content,
      event_id: `$e${this.events.length}/+`,
      origin_server_ts: this.clock(),
    };
    this.events.push(made);
    return made;
  }

  private page(query: URLSearchParams): PlainResponse {
    const { types }: { types: string[] } = JSON.parse(query.get('filter') ?? '');
    const upTo = Number(query.get('from')?.slice(1) ?? this.events.length);
    const known = this.events.slice(0, upTo).filter(({ type }) => types.includes(type));
    const shown = known.slice(-Number(query.get('limit'))).reverse();
    const end = known.length > shown.length ? { end: `t${this.events.indexOf(shown.at(-1) as Event)}` } : {};
    return json(200, {
      start: 't',
      ...end,
      chunk: shown.map((event) => this.shown(event)),
      state: members(),
    });
  }

  private around(at: number) {
    const after = this.events.slice(at + 1, at + 51).map((event) => this.shown(event));
    return {
      event: this.shown(this.events[at] as Event),
      events_before: [],
      events_after: after,
      state: members(),
    };
  }

  private corrected({ event_id }: Event): Event | undefined {
    return this.events.findLast(({ content }) => isRelated(content, event_id, 'm.replace'));
  }

  private shown(event: Event): object {
    const corrected = this.corrected(event);
    const unsigned = corrected === undefined ? {} : { 'm.relations': { 'm.replace': this.shown(corrected) } };
    return { ...event, room_id: ROOM, unsigned };
  }
}

function isRelated({ 'm.relates_to': relation }: Content, event: string, kind: string): boolean {
  return relation?.event_id === event && relation.rel_type === kind;
}

function eventOf(postId: string): string {
  return `$${postId.split('/$')[1]}`;
}
