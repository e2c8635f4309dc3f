import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { mediawiki } from '@/utils/community/connectors/mediawiki/platform';
import { versionOf } from '@/utils/community/page';
import type { Clock } from '@/utils/kernel/clock';
import { anAccount } from '../../support/accounts';
import { type Fake, json, type KeptPost, type Specimen } from '../kit/specimen';
import { REFUSALS, refusal } from './refusals';

const ORIGIN = 'https://wiki.example';
const ANN = { id: 2, name: 'Ann' };
const BEN = { id: 3, name: 'Ben' };
const TOKEN = '6f1c0e8e5d+\\';
const PER_PAGE = 20;
const CONTROLS = /[^\P{Cc}\t\n]/gu;

interface Revision {
  readonly revid: number;
  readonly by: typeof ANN;
  readonly at: number;
  readonly text: string;
  readonly summary: string;
}

interface Page {
  readonly id: number;
  title: string;
  readonly revisions: Revision[];
}

/** MediaWiki's action API, as its sources (1.39) and the wiki that runs in `tests/real` have it. */
export class FakeMediawiki implements Fake {
  pages: Page[] = [];
  private made = 0;

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.pages.map((page) => ({ id: String(page.id), text: newest(page)?.text ?? '' }));
  }

  readonly change = (id: string, text: string): void => {
    const page = this.byId(id);
    if (page !== undefined) this.save(page, text, 'anders', BEN);
  };

  answer({ method, url, headers, body }: PlainRequest): PlainResponse {
    const address = new URL(url);
    if (address.pathname !== '/w/api.php') return { status: 404, headers: {}, text: 'File not found.' };
    const asked = new URLSearchParams(method === 'GET' ? address.search : body);
    if (asked.get('assert') === 'user' && headers.authorization !== 'Bearer secret')
      return refusal(
        'assertuserfailed',
        'You are no longer logged in, so the action could not be completed.',
      );
    if (asked.get('action') === 'edit') return this.edit(asked);
    if (asked.get('action') === 'delete') return this.remove(asked);
    return json(200, { batchcomplete: true, ...this.query(asked) });
  }

  private edit(asked: URLSearchParams): PlainResponse {
    const [title, text, id] = ['title', 'text', 'pageid'].map((name) => asked.get(name) ?? '');
    const known = id === '' ? this.byTitle(title ?? '') : this.byId(id ?? '');
    if (asked.get('token') !== TOKEN) return refusal('badtoken', 'Invalid CSRF token.');
    if (asked.has('createonly') && known !== undefined)
      return refusal('articleexists', 'The article you tried to create has been created already.');
    if (asked.has('nocreate') && known === undefined)
      return refusal('nosuchpageid', `There is no page with ID ${id}.`);
    const base = asked.get('baserevid');
    if (base !== null && known !== undefined && base !== String(newest(known)?.revid))
      return refusal('editconflict', 'Edit conflict: Changed meanwhile.');
    const page = known ?? { id: this.next(), title: normal(title ?? ''), revisions: [] };
    if (known === undefined) this.pages.push(page);
    const before = newest(page);
    const after = this.save(page, text ?? '', asked.get('summary') ?? '', ANN);
    const same = before?.revid === after.revid;
    const change = same ? { nochange: true } : { oldrevid: before?.revid ?? 0, newrevid: after.revid };
    const { id: pageid } = page;
    return json(200, {
      edit: { result: 'Success', pageid, title: page.title, contentmodel: 'wikitext', ...change },
    });
  }

  private remove(asked: URLSearchParams): PlainResponse {
    const page = this.byId(asked.get('pageid') ?? '');
    if (page === undefined) return refusal('nosuchpageid', 'There is no page with that ID.');
    this.pages = this.pages.filter((one) => one !== page);
    return json(200, { delete: { title: page.title, reason: '', logid: 1 } });
  }

  private query(asked: URLSearchParams): object {
    const titles = asked.get('titles')?.split('|') ?? [];
    const ids = asked.get('pageids')?.split('|') ?? [];
    const wanted = [
      ...titles.map((title) => this.entity(this.byTitle(title), { ns: 0, title: normal(title) })),
    ];
    const known = ids.map((id) =>
      this.entity(this.byId(id), { pageid: Number(id) }, asked.get('rvendid') ?? undefined),
    );
    const list = asked.get('list');
    const normalized = titles
      .filter((title) => title !== normal(title))
      .map((from) => ({ fromencoded: false, from, to: normal(from) }));
    return {
      ...(list === null ? {} : this.list(list, asked)),
      query: {
        ...(list === null ? {} : this.list(list, asked).query),
        ...(asked.get('meta')?.includes('siteinfo') ? { general: GENERAL } : {}),
        ...(asked.get('meta')?.includes('userinfo') ? { userinfo: { ...ANN, rights: RIGHTS } } : {}),
        ...(asked.get('meta')?.includes('tokens') ? { tokens: { csrftoken: TOKEN } } : {}),
        ...(wanted.length + known.length > 0 ? { pages: [...wanted, ...known], normalized } : {}),
      },
    };
  }

  private list(list: string, asked: URLSearchParams) {
    const since = Date.parse(asked.get('ucend') ?? asked.get('rcend') ?? '');
    const from = Number((asked.get('uccontinue') ?? asked.get('rccontinue') ?? '|0').split('|')[1]);
    const edits = this.pages
      .flatMap((page) => page.revisions.map((revision) => ({ page, ...revision })))
      .filter(
        ({ by, at }) => at >= since && (list === 'recentchanges' || by.id === Number(asked.get('ucuserids'))),
      )
      .sort((one, other) => other.revid - one.revid)
      .map(({ page, revid, by, at, summary }) => ({
        ...{ userid: by.id, user: by.name, pageid: page.id, revid, ns: 0, title: page.title },
        ...{ timestamp: `${new Date(at).toISOString().slice(0, 19)}Z`, comment: summary },
      }));
    const name = list === 'usercontribs' ? 'uccontinue' : 'rccontinue';
    const next =
      edits.length > from + PER_PAGE
        ? { continue: { [name]: `2026|${from + PER_PAGE}`, continue: '-||' } }
        : {};
    return { ...next, query: { [list]: edits.slice(from, from + PER_PAGE) } };
  }

  private entity(page: Page | undefined, asked: object, last = '0'): object {
    if (page === undefined) return { ...asked, missing: true };
    const content = { contentmodel: 'wikitext', contentformat: 'text/x-wiki' };
    const revisions = page.revisions
      .filter((one) => one === newest(page) || one.revid >= Number(last))
      .map(({ revid, text }) => ({
        ...{ revid, parentid: 0, sha1: versionOf(text), slots: { main: { ...content, content: text } } },
      }));
    return { pageid: page.id, ns: 0, title: page.title, revisions: revisions.reverse() };
  }

  /** As MediaWiki keeps a text: in NFC, without control characters, without white space at its end. */
  private save(page: Page, written: string, summary: string, by: typeof ANN): Revision {
    const text = written.normalize('NFC').replace(CONTROLS, '\ufffd').trimEnd();
    const before = newest(page);
    if (before?.text === text) return before;
    const revision = { revid: this.next(), by, at: this.clock(), text, summary };
    page.revisions.push(revision);
    return revision;
  }

  private next(): number {
    this.made += 1;
    return this.made;
  }

  private byTitle = (title: string) => this.pages.find((page) => page.title === normal(title));
  private byId = (id: string) => this.pages.find((page) => String(page.id) === id);
}

const newest = ({ revisions }: Page): Revision | undefined => revisions.at(-1);

function normal(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[ _\u00a0]+/gu, ' ')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const RIGHTS = ['read', 'edit', 'createpage', 'delete'];
const GENERAL = {
  mainpage: 'Hoofdpagina',
  sitename: 'Handboek',
  generator: 'MediaWiki 1.39.17',
  scriptpath: '/w',
  maxarticlesize: 2_097_152,
};

export const MEDIAWIKI: Specimen = {
  platform: mediawiki,
  evidence: 'MediaWiki’s sources and a MediaWiki 1.39.17 that runs',
  account: anAccount(ORIGIN, { base: `${ORIGIN}/w`, member: null }),
  placeId: null,
  create: (clock) => new FakeMediawiki(clock),
  signedOut: refusal(
    'assertuserfailed',
    'You are no longer logged in, so the action could not be completed.',
  ),
  limited: {
    answer: refusal('maxlag', 'Waiting for 10.0.0.7: 9.3 seconds lagged.', { 'retry-after': '5' }),
    afterMs: 5_000,
  },
  refusals: REFUSALS,
};
