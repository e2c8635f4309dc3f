import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { yammer } from '@/utils/community/connectors/yammer/platform';
import type { Clock } from '@/utils/kernel/clock';
import { anAccount } from '../../support/accounts';
import { type Fake, json, type KeptPost, type Specimen } from '../kit/specimen';

const ORIGIN = 'https://www.yammer.com';
const GRAPH = 'https://graph.microsoft.com';
const ANN = { type: 'user', id: 36425097217, full_name: 'Ann Aerts', name: 'ann' };
const BEN = { type: 'user', id: 172006440961, full_name: 'Ben Baert', name: 'ben' };
const GROUP = 31158067201;
const NO_TOKEN = json(401, { response: { message: 'Token not found.', code: 16, stat: 'fail' } });
const NOT_FOUND: PlainResponse = { status: 404, headers: {}, text: 'Not Found' };
/** More on one page are not given. */
const MOST = 20;

interface Message extends KeptPost {
  readonly by: typeof ANN;
  readonly at: number;
  readonly answers: string | null;
  readonly thread: string;
  readonly likedBy: Set<typeof ANN>;
}

/** Viva Engage’s REST interface, with ids that JavaScript cannot hold, and its communities in Graph. */
class FakeYammer implements Fake {
  private messages: Message[] = [];

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.messages;
  }

  readonly reply = (id: string, text: string): void => void this.keep(BEN, text, id);
  readonly thank = (id: string): void => void this.message(id)?.likedBy.add(BEN);

  answer({ method, url, headers, body = '' }: PlainRequest): PlainResponse {
    const { origin, pathname, searchParams } = new URL(url);
    if (headers.authorization !== (origin === GRAPH ? 'Bearer graph' : 'Bearer secret')) return NO_TOKEN;
    if (origin === GRAPH) return BATCH;
    const path = pathname.replace('/api/v1/', '').replace(/\.json$/, '');
    const [, list = '', id = ''] = path.split('/');
    if (path === 'users/current')
      return json(200, { ...ANN, email: 'ann@contoso.be', has_fake_email: false });
    if (path === 'networks/current') return json(200, [{ name: 'Contoso', is_primary: true }]);
    if (path === 'messages' && method === 'POST') return this.post(new URLSearchParams(body));
    if (path === 'messages/liked_by/current') return this.like(method, /\d+/.exec(body)?.[0] ?? '');
    if (method === 'DELETE') return this.remove(list);
    const inList = (one: Message) =>
      list === 'in_thread' ? one.thread === id : list !== 'sent' || one.by === ANN;
    if (list === 'in_thread' && this.message(id)?.thread !== id) return NOT_FOUND;
    return this.page(inList, searchParams);
  }

  private post(form: URLSearchParams): PlainResponse {
    const answers = form.get('replied_to_id');
    if (answers === null && form.get('group_id') !== String(GROUP)) return NOT_FOUND;
    if (answers !== null && this.message(answers) === undefined) return NOT_FOUND;
    return envelope(201, [this.keep(ANN, form.get('body') ?? '', answers)], this.messages, null);
  }

  private like(method: string, id: string): PlainResponse {
    const message = this.message(id);
    if (message === undefined) return NOT_FOUND;
    if (method === 'POST') message.likedBy.add(ANN);
    else message.likedBy.delete(ANN);
    return { status: method === 'POST' ? 201 : 200, headers: {}, text: '' };
  }

  private remove(id: string): PlainResponse {
    if (this.message(id) === undefined) return NOT_FOUND;
    this.messages = this.messages.filter((one) => one.id !== id);
    return { status: 200, headers: {}, text: '' };
  }

  private keep(by: typeof ANN, text: string, answers: string | null): Message {
    const id = String(20_003_373_468_631_051n + BigInt(this.messages.length) * 7n);
    const thread = this.message(answers ?? '')?.thread ?? id;
    const message = { id, by, text, at: this.clock(), answers, thread, likedBy: new Set<typeof ANN>() };
    this.messages.push(message);
    return message;
  }

  private message(id: string): Message | undefined {
    return this.messages.find((one) => one.id === id);
  }

  private page(inList: (one: Message) => boolean, query: URLSearchParams): PlainResponse {
    const before = query.get('older_than');
    const older = this.messages.filter((one) => inList(one) && (before === null || one.id < before));
    const shown = older.slice(-Math.min(MOST, Number(query.get('limit')))).reverse();
    return envelope(200, shown, this.messages, older.length > shown.length);
  }
}

/** Numbers as they are written there: `JSON.stringify` would round them. */
function envelope(
  status: number,
  shown: readonly Message[],
  all: readonly Message[],
  older: boolean | null,
): PlainResponse {
  const threads = [...new Set(shown.map(({ thread }) => thread))].map((id) => {
    const updates = all.filter(({ thread }) => thread === id).length;
    return { type: 'thread', id: `#${id}#`, stats: { updates } };
  });
  const messages = shown.map(({ id, by, text, at, answers, thread, likedBy }) => ({
    id: `#${id}#`,
    sender_id: by.id,
    sender_type: 'user',
    replied_to_id: answers === null ? null : `#${answers}#`,
    thread_id: `#${thread}#`,
    created_at: `${new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')} +0000`,
    group_id: GROUP,
    body: { parsed: text, plain: text, rich: text },
    web_url: `${ORIGIN}/contoso.be/messages/${id}`,
    liked_by: { count: likedBy.size, names: [...likedBy].map(({ id: user_id }) => ({ user_id })) },
  }));
  const meta = older === null ? {} : { older_available: older };
  const body = { threaded_extended: {}, messages, references: [ANN, BEN, ...threads], meta };
  const written = json(status, body);
  return { ...written, text: written.text.replace(/"#(\d+)#"/g, '$1') };
}

const communityId = (id: number) =>
  btoa(JSON.stringify({ _type: 'Group', id: String(id) })).replace(/=/g, '');
const BATCH = json(200, {
  responses: [
    { id: '1', status: 200, body: { value: [{ '@odata.type': '#microsoft.graph.group', id: 'g-1' }] } },
    {
      id: '0',
      status: 200,
      body: {
        value: [
          { id: communityId(GROUP), displayName: 'Archief', privacy: 'private', groupId: 'g-1' },
          { id: communityId(5), displayName: 'Van anderen', privacy: 'public', groupId: 'g-2' },
        ],
      },
    },
  ],
});

export const YAMMER: Specimen = {
  platform: yammer,
  evidence: 'Microsoft’s documentation of REST v1, and answers recorded by pnp/cli-microsoft365',
  account: anAccount(ORIGIN, { member: null, elsewhere: { [GRAPH]: 'graph' } }),
  placeId: String(GROUP),
  create: (clock) => new FakeYammer(clock),
  signedOut: NO_TOKEN,
  limited: {
    answer: json(429, {
      response: { message: 'Rate limited due to excessive requests.', stat: 'fail', code: 33 },
    }),
    afterMs: 30_000,
  },
  refusals: [
    {
      what: 'an old sign-in',
      answer: json(400, {
        error: { type: 'OAuthException', message: 'Error validating verification code.' },
      }),
      means: { kind: 'auth', why: 'expired' },
    },
    {
      what: 'nobody agreed for the organisation',
      answer: json(403, { error: 'AADSTS65001: The user or administrator has not consented.' }),
      means: { kind: 'auth', why: 'consent' },
    },
    {
      what: 'a closed group',
      answer: json(403, { base: 'You are not authorized to post to this group.' }),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'refused for what it says',
      answer: json(400, { base: ['Body can’t be blank'] }),
      means: { kind: 'invalid', message: 'Body can’t be blank' },
    },
    {
      what: 'too long',
      answer: json(422, { base: 'Body is too long' }),
      means: { kind: 'too-long' },
    },
    {
      what: 'too many requests, with a time',
      answer: json(429, 'Too many', { 'retry-after': '7' }),
      means: { kind: 'retry', applied: 'no', answered: true, afterMs: 7_000 },
    },
    { what: 'the group is gone', answer: NOT_FOUND, means: { kind: 'gone' } },
  ],
};
