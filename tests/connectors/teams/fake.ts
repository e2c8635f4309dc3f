import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { toHtml } from '@/utils/practice/to-html';
import { type Fake, json, type KeptPost } from '../kit/specimen';

const ANN = { id: '8ea0e38b-efb3-4757-924a-5f94061cf8c2', displayName: 'Ann Aerts' };
const BEN = { id: 'ef1c916a-3135-4417-ba27-8eb7bd084193', displayName: 'Ben Baert' };
const TEAM = 'fbe2bf47-16c8-47cf-b4a5-4b9b187c508b';
const CHANNEL = '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2';
export const PLACE = `${TEAM}/${CHANNEL}`;

export const refusal = (status: number, code: string, message: string, headers = {}): PlainResponse =>
  json(status, { error: { code, message, innerError: { date: '2026-11-26T06:00:00' } } }, headers);
export const NOT_FOUND = refusal(404, 'NotFound', 'NotFound');
export const NO_TOKEN = refusal(
  401,
  'InvalidAuthenticationToken',
  'Lifetime validation failed, the token is expired.',
);
const EMPTY: PlainResponse = { status: 204, headers: {}, text: '' };

interface Message extends KeptPost {
  readonly key: string;
  readonly root: string | null;
  readonly by: typeof ANN;
  readonly at: number;
  readonly likedBy: Set<typeof ANN>;
  changedAt: number;
  subject: string | null;
  content: string;
}

interface Sent {
  readonly subject?: string;
  readonly body?: { readonly content: string };
}

/** One channel of one team, as Graph documents it; what is sent is tidied as the client does. */
export class FakeTeams implements Fake {
  private messages: Message[] = [];
  private made = 0;

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.messages;
  }

  readonly reply = (id: string, text: string): void =>
    void this.keep(BEN, { body: { content: toHtml(text) } }, id.split('/')[2] ?? null);
  readonly thank = (id: string): void => void this.messages.find((one) => one.id === id)?.likedBy.add(BEN);

  answer({ method, url, headers, body = '{}' }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    if (headers.authorization !== 'Bearer secret') return NO_TOKEN;
    const path = decodeURIComponent(pathname).replace('/v1.0', '');
    if (path === '/me') return json(200, { ...ANN, userPrincipalName: 'ann@contoso.be' });
    if (path === '/organization') return json(200, { value: [{ displayName: 'Contoso' }] });
    if (path === '/me/joinedTeams') return json(200, { value: [{ id: TEAM, displayName: 'Archief' }] });
    if (path === '/$batch') return CHANNELS;
    const [, team, channel, id = '', ...rest] =
      /^\/teams\/(.+)\/channels\/(.+?)\/messages\/?([^/]*)(.*)$/.exec(path) ?? [];
    if (`${team}/${channel}` !== PLACE) return NOT_FOUND;
    const [below = '', reply = '', action = ''] = rest.join('').split('/').slice(1);
    if (method === 'GET') return this.list(id, searchParams);
    if (method === 'POST' && (id === '' || (below === 'replies' && reply === '')))
      return this.post(id === '' ? null : id, JSON.parse(body));
    return this.one(
      method,
      below === 'replies' ? reply : id,
      below === 'replies' ? action : below,
      JSON.parse(body),
    );
  }

  private post(root: string | null, sent: Sent): PlainResponse {
    if (root !== null && !this.messages.some(({ key }) => key === root)) return NOT_FOUND;
    return json(201, this.entity(this.keep(ANN, sent, root)));
  }

  private one(method: string, key: string, action: string, sent: Sent): PlainResponse {
    const message = this.messages.find((one) => one.key === key);
    if (message === undefined) return NOT_FOUND;
    if (action === 'setReaction') message.likedBy.add(ANN);
    if (action === 'unsetReaction') message.likedBy.delete(ANN);
    if (action === 'softDelete') this.messages = this.messages.filter((one) => one !== message);
    if (method === 'PATCH') {
      message.subject = sent.subject ?? message.subject;
      message.content = tidied(sent.body?.content ?? '');
    }
    message.changedAt = this.clock();
    return EMPTY;
  }

  private keep(by: typeof ANN, { subject, body }: Sent, root: string | null): Message {
    this.made += 1;
    const key = String(1_616_990_032_035 + this.made);
    const at = this.clock();
    const content = tidied(body?.content ?? '');
    const message = {
      key,
      root,
      by,
      at,
      changedAt: at,
      likedBy: new Set<typeof ANN>(),
      subject: subject ?? null,
      content,
    };
    const kept = Object.defineProperties(message, {
      id: { get: () => [PLACE, ...(root === null ? [] : [root]), key].join('/') },
      text: { get: () => `${message.subject ?? ''} ${message.content}` },
    }) as Message;
    this.messages.push(kept);
    return kept;
  }

  /** Threads by what last happened in them; replies newest first. */
  private list(id: string, query: URLSearchParams): PlainResponse {
    const asked = id === 'delta' || id === '' ? null : id;
    const state = JSON.parse(query.get('$skiptoken') ?? 'null') ?? {
      from: 0,
      top: Number(query.get('$top')),
      whole: query.get('$expand') === 'replies',
      since: Date.parse(/gt (\S+)/.exec(query.get('$filter') ?? '')?.[1] ?? '1970-01-01'),
    };
    const lastOf = (root: Message) =>
      Math.max(
        ...this.messages.filter((one) => one === root || one.root === root.key).map((one) => one.changedAt),
      );
    const all = this.messages
      .filter((one) => one.root === asked && (asked !== null || lastOf(one) > state.since))
      .reverse();
    const ordered = asked === null ? all.sort((one, other) => lastOf(other) - lastOf(one)) : all;
    const value = ordered
      .slice(state.from, state.from + state.top)
      .map((one) => this.entity(one, state.whole));
    const next = JSON.stringify({ ...state, from: state.from + state.top });
    const link = `https://graph.microsoft.com/elders?$skiptoken=${encodeURIComponent(next)}`;
    return json(200, {
      value,
      ...(ordered.length > state.from + state.top ? { '@odata.nextLink': link } : {}),
    });
  }

  private entity({ key, root, by, at, subject, content, likedBy, id }: Message, whole = false): object {
    const replies = this.messages.filter((one) => one.root === key).map((one) => this.entity(one));
    return {
      id: key,
      replyToId: root,
      messageType: 'message',
      createdDateTime: new Date(at).toISOString(),
      deletedDateTime: null,
      subject,
      webUrl: `https://teams.microsoft.com/l/message/${encodeURIComponent(id)}?tenantId=t`,
      from: { application: null, device: null, user: by },
      body: { contentType: 'html', content },
      reactions: [...likedBy].map((user) => ({ reactionType: 'like', user: { application: null, user } })),
      ...(whole ? { replies, 'replies@odata.count': replies.length } : {}),
    };
  }
}

function tidied(html: string): string {
  return `<div>${html.replaceAll('<br />', '<br>').replaceAll('<a href=', '<a rel="noopener" href=')}</div>\n`;
}

const CHANNELS = json(200, {
  responses: [
    { id: '0', status: 200, headers: {}, body: { value: [{ id: CHANNEL, displayName: 'Algemeen' }] } },
  ],
});
