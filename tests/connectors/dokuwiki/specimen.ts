import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { dokuwiki } from '@/utils/community/connectors/dokuwiki/platform';
import type { Clock } from '@/utils/kernel/clock';
import { readEntities } from '@/utils/practice/html';
import { escapeHtml } from '@/utils/practice/to-html';
import { anAccount } from '../../support/accounts';
import type { Fake, KeptPost, Refusal, Specimen } from '../kit/specimen';

const ORIGIN = 'https://wiki.example';
/** anna:geheim */
const TOKEN = 'Basic YW5uYTpnZWhlaW0=';
/** What this version answers instead of a fault, whatever went wrong. */
const NOTHING = {};

interface Page {
  readonly id: string;
  text: string;
  author: string;
  at: number;
}

/** DokuWiki's XML-RPC as its sources (2022-07-31) and the wiki that runs in `tests/real` have it. */
export class FakeDokuwiki implements Fake {
  private readonly pages = new Map<string, Page>();
  private readonly locks = new Map<string, string>();

  constructor(private readonly clock: Clock) {
    this.put('praktijken:start', 'Hier staan praktijken.', 'beheer');
  }

  posts(): readonly KeptPost[] {
    return [...this.pages.values()].filter(({ author }) => author !== 'beheer');
  }

  readonly change = (id: string, text: string): void => this.put(id, text, 'ben');

  /** Somebody has a page open, in a browser. */
  lock(id: string): void {
    this.locks.set(id, 'ben');
  }

  answer({ url, headers, body = '' }: PlainRequest): PlainResponse {
    if (new URL(url).pathname !== '/lib/exe/xmlrpc.php')
      return { status: 404, headers: {}, text: '<h1>404 Not Found</h1>' };
    const method = /<methodName>(.*?)<\/methodName>/u.exec(body)?.[1] ?? '';
    const params = [...body.matchAll(/<param>(.*?)<\/param>/gsu)].map(([, param = '']) => param);
    const isOpen = method === 'dokuwiki.getTitle' || method === 'dokuwiki.login';
    if (!isOpen && headers.authorization !== TOKEN) return xml(NOTHING, 401);
    return xml(this.call(method, params));
  }

  private call(method: string, [first = '', second = '', third = '']: readonly string[]): unknown {
    const id = stringIn(first).toLowerCase();
    switch (method) {
      case 'dokuwiki.getTitle':
        return 'Handboek';
      case 'dokuwiki.login':
        return stringIn(first) === 'anna' && stringIn(second) === 'geheim';
      case 'dokuwiki.getPagelist':
        return [...this.pages.values()].map(({ id, at }) => ({ id, rev: seconds(at), size: 20 }));
      case 'wiki.getPage':
        return this.pages.get(id)?.text ?? '';
      case 'wiki.getPageInfo': {
        const page = this.pages.get(id);
        return page === undefined ? NOTHING : { name: id, author: page.author, version: seconds(page.at) };
      }
      case 'wiki.getRecentChanges':
        return this.changes(Number(/<int>(\d+)</u.exec(first)?.[1]));
      case 'wiki.putPage':
        return third.includes('<name>sum</name>') ? this.save(id, stringIn(second)) : NOTHING;
      case 'dokuwiki.setLocks':
        return this.setLocks(first);
      default:
        return NOTHING;
    }
  }

  private save(id: string, text: string): unknown {
    const [page, holder] = [this.pages.get(id), this.locks.get(id)];
    if ((page === undefined && text.trim() === '') || (holder !== undefined && holder !== 'anna'))
      return NOTHING;
    if (text.trim() === '') this.pages.delete(id);
    else this.put(id, text, 'anna');
    this.locks.delete(id);
    return true;
  }

  private setLocks(asked: string): unknown {
    const [lock = [], unlock = []] = ['lock', 'unlock'].map((name) => {
      const list = new RegExp(`<name>${name}</name>(.*?)</array>`, 'su').exec(asked)?.[1] ?? '';
      return [...list.matchAll(/<string>(.*?)<\/string>/gu)].map(([, id = '']) => id);
    });
    const isFree = (id: string) => [undefined, 'anna'].includes(this.locks.get(id));
    const [locked, lockfail] = [lock.filter(isFree), lock.filter((id) => !isFree(id))];
    for (const id of locked) this.locks.set(id, 'anna');
    const unlocked = unlock.filter((id) => this.locks.get(id) === 'anna');
    for (const id of unlocked) this.locks.delete(id);
    return { locked, lockfail, unlocked, unlockfail: unlock.filter((id) => !unlocked.includes(id)) };
  }

  private changes(since: number): unknown {
    const recent = [...this.pages.values()].filter(({ at }) => seconds(at) >= since);
    const list = recent
      .sort((one, other) => one.at - other.at)
      .map(({ id: name, author, at, text }) => ({
        ...{ name, lastModified: new Date(at), author, version: seconds(at), perms: 8, size: text.length },
      }));
    return list.length === 0 ? NOTHING : list;
  }

  private put(id: string, text: string, author: string): void {
    this.pages.set(id, { id, text: text.replace(/\r\n?/gu, '\n'), author, at: this.clock() });
  }
}

const seconds = (at: number): number => Math.floor(at / 1_000);

function stringIn(param: string): string {
  const [, type = '', text = ''] = /<(string|base64)>(.*?)<\/\1>/su.exec(param) ?? [];
  return type === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : readEntities(text);
}

function xml(value: unknown, status = 200): PlainResponse {
  const text = `<?xml version="1.0"?>\n<methodResponse>\n  <params>\n    <param>\n      <value>\n      ${typed(value)}\n      </value>\n    </param>\n  </params>\n</methodResponse>\n`;
  return { status, headers: { 'content-type': 'text/xml;charset=UTF-8' }, text };
}

function typed(value: unknown): string {
  if (typeof value === 'string') return `<string>${escapeHtml(value)}</string>`;
  if (typeof value === 'boolean') return `<boolean>${value ? 1 : 0}</boolean>`;
  if (typeof value === 'number') return `<int>${value}</int>`;
  if (value instanceof Date) return `<dateTime.iso8601>${value.toISOString()}</dateTime.iso8601>`;
  if (Array.isArray(value))
    return `<array><data>\n${value.map((one) => `  <value>${typed(one)}</value>\n`).join('')}</data></array>`;
  const members = Object.entries(Object(value)).map(
    ([name, one]) => `  <member><name>${name}</name><value>${typed(one)}</value></member>\n`,
  );
  return `<struct>\n${members.join('')}</struct>`;
}

function fault(code: number, message: string): PlainResponse {
  const value = typed({ faultCode: code, faultString: message });
  const text = `<?xml version="1.0"?>\n<methodResponse>\n  <fault>\n    <value>${value}</value>\n  </fault>\n</methodResponse>\n`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, text };
}

export const DOKUWIKI: Specimen = {
  platform: dokuwiki,
  evidence: 'DokuWiki’s sources and a DokuWiki 2022-07-31b that runs',
  account: anAccount(ORIGIN, { token: TOKEN, member: null }),
  placeId: 'praktijken',
  create: (clock) => new FakeDokuwiki(clock),
  signedOut: xml(NOTHING, 401),
  limited: {
    answer: { status: 429, headers: { 'retry-after': '30' }, text: 'Too Many Requests' },
    afterMs: 30_000,
  },
  refusals: [
    ['not allowed', xml(NOTHING, 403), { kind: 'auth', why: 'forbidden' }],
    [
      'not allowed, as newer ones say it',
      fault(112, 'You are not allowed to edit this page'),
      { kind: 'auth', why: 'forbidden' },
    ],
    [
      'the page is open elsewhere',
      fault(133, 'The page is currently locked'),
      { kind: 'retry', applied: 'no', answered: true, afterMs: 300_000 },
    ],
    [
      'a word that is not wanted',
      fault(134, 'Positive wordblock check'),
      { kind: 'invalid', message: 'Positive wordblock check' },
    ],
    [
      'switched off',
      fault(-32_605, 'XML-RPC server not enabled.'),
      { kind: 'auth', why: 'consent' },
      'capabilities',
    ],
    ['the page is gone', fault(121, 'The requested page does not exist'), { kind: 'gone' }],
  ].map(([what, answer, means, verb = 'send']) => ({ what, answer, means, verb }) as Refusal),
};
