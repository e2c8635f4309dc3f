import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { type Fake, json, type KeptPost } from '../kit/specimen';

const GRAPH = 'https://graph.microsoft.com';
export const SITE =
  'contoso.sharepoint.com,2c712604-1370-44e7-a1f5-426573fda80a,2d2244c3-251a-49ea-93a8-39e1c3a060fe';
const TYPED = { id: SITE, displayName: 'Archief', webUrl: 'https://contoso.sharepoint.com/sites/archief' };
const FOLLOWED = { id: 'contoso.sharepoint.com,a,b', name: 'intranet' };
const ANN = { displayName: 'Ann Aerts', email: 'Ann@contoso.be' };

export const refusal = (status: number, code: string, message: string, headers = {}): PlainResponse =>
  json(status, { error: { code, message, innerError: { date: '2026-11-26T06:00:00' } } }, headers);
export const NOT_FOUND = refusal(404, 'itemNotFound', 'The resource could not be found.');
export const NO_TOKEN = refusal(
  401,
  'InvalidAuthenticationToken',
  'Lifetime validation failed, the token is expired.',
);
const EMPTY: PlainResponse = { status: 204, headers: {}, text: '' };

interface Page extends KeptPost {
  readonly page: string;
  readonly name: string;
  readonly at: number;
  title: string;
  html: string;
  major: number;
  minor: number;
  saved: number;
}

interface Sent {
  readonly name?: string;
  readonly title?: string;
  readonly requests?: readonly {
    id: string;
    method: 'GET' | 'POST' | 'PATCH';
    url: string;
    body?: unknown;
    dependsOn?: string[];
  }[];
  readonly canvasLayout?: {
    readonly horizontalSections: readonly {
      readonly columns: readonly { readonly webparts: readonly { readonly innerHtml: string }[] }[];
    }[];
  };
}

/** The pages of one site, as Graph documents them: each save is a new draft, and publishing makes it whole. */
export class FakeSharePoint implements Fake {
  private pages: Page[] = [];
  private made = 0;

  /** `takenNames`: what becomes of a page whose name is taken. */
  constructor(
    private readonly clock: Clock,
    private readonly takenNames: 'refused' | 'numbered' = 'refused',
  ) {}

  readonly moderation = {
    holds: false,
    publish: (): void => {
      for (const page of this.pages) this.publish(page);
    },
  };

  posts(): readonly KeptPost[] {
    return this.pages;
  }

  readonly change = (id: string, text: string): void => {
    const page = this.pages.find((one) => one.id === id);
    if (page !== undefined) this.save(page, { html: `<p>${text}</p>` });
  };

  answer({ method, url, headers, body = '{}' }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    if (headers.authorization !== 'Bearer secret') return NO_TOKEN;
    const path = decodeURIComponent(pathname).replace('/v1.0', '');
    if (path === '/me')
      return json(200, { id: 'ann', displayName: 'Ann', userPrincipalName: 'ann@contoso.be' });
    if (path === '/organization') return json(200, { value: [{ displayName: 'Contoso' }] });
    if (path === '/me/followedSites') return json(200, { value: [FOLLOWED, TYPED] });
    if (path === '/sites/contoso.sharepoint.com:/sites/archief') return json(200, TYPED);
    const sent: Sent = JSON.parse(body);
    if (path === '/$batch') return this.batch(headers, sent);
    const [site, rest] = path.replace('/sites/', '').split('/pages');
    if (site !== SITE || rest === undefined) return NOT_FOUND;
    const [, first = '', kind = '', action = ''] = rest.split('/');
    if (method === 'POST' && first === '') return this.make(sent);
    if (first === 'microsoft.graph.sitePage') return this.list(searchParams);
    return this.one(method, first, kind === '' ? '' : action, sent);
  }

  private batch(headers: PlainRequest['headers'], { requests = [] }: Sent): PlainResponse {
    let fell = false;
    const responses = requests.map(({ id, method, url, body, dependsOn }) => {
      if (fell && dependsOn !== undefined) return { id, status: 424 };
      const request = {
        method,
        url: `${GRAPH}/v1.0${url}`,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const { status, text } = this.answer(request);
      fell = status >= 400;
      return { id, status, headers: {}, ...(text === '' ? {} : { body: JSON.parse(text) }) };
    });
    return json(200, { responses: responses.reverse() });
  }

  private make(sent: Sent): PlainResponse {
    const { name = '' } = sent;
    const isTaken = this.pages.some((page) => page.name === name);
    if (isTaken && this.takenNames === 'refused')
      return refusal(409, 'nameAlreadyExists', 'Name already exists.');
    this.made += 1;
    const page = `page-${this.made}`;
    const made = {
      page,
      name: isTaken ? name.replace('.', '1.') : name,
      at: this.clock(),
      title: '',
      html: '',
      major: 0,
      minor: 0,
      saved: 0,
    };
    const kept = Object.defineProperties(made, {
      id: { get: () => `${SITE}/${page}` },
      text: { get: () => `${made.title} ${made.html}` },
    }) as Page;
    this.pages.push(kept);
    this.save(kept, contentOf(sent));
    return json(201, this.entity(kept, false));
  }

  private save(page: Page, content: { title?: string; html?: string }): void {
    Object.assign(page, content, { minor: page.minor + 1, saved: page.saved + 1 });
  }

  private publish(page: Page): void {
    if (page.minor > 0) Object.assign(page, { major: page.major + 1, minor: 0, saved: page.saved + 1 });
  }

  private one(method: string, id: string, action: string, sent: Sent): PlainResponse {
    const page = this.pages.find((one) => one.page === id);
    if (page === undefined) return NOT_FOUND;
    if (method === 'GET') return json(200, this.entity(page));
    if (method === 'DELETE') this.pages = this.pages.filter((one) => one !== page);
    if (method === 'PATCH') this.save(page, contentOf(sent));
    if (action === 'publish' && !this.moderation.holds) this.publish(page);
    return method === 'PATCH' ? json(200, this.entity(page, false)) : EMPTY;
  }

  private list(query: URLSearchParams): PlainResponse {
    const name = /^name eq '(.*)'$/.exec(query.get('$filter') ?? '')?.[1];
    const from = Number(query.get('$skiptoken') ?? 0);
    const listed = this.pages.filter((page) => name === undefined || page.name === name).reverse();
    const next = { '@odata.nextLink': `https://elders.example/?$skiptoken=${from + 20}` };
    const value = listed.slice(from, from + 20).map((page) => this.entity(page));
    return json(200, { value, ...(listed.length > from + 20 ? next : {}) });
  }

  private entity({ page, name, at, title, html, major, minor, saved }: Page, whole = true): object {
    const webparts = [
      { '@odata.type': '#oneDrive.textWebPart', id: 'w', innerHtml: html.replaceAll('<br />', '<br>') },
    ];
    return {
      '@odata.type': '#microsoft.graph.sitePage',
      eTag: `"{${page}},${saved}"`,
      id: page,
      name,
      title,
      webUrl: `https://contoso.sharepoint.com/sites/archief/SitePages/${name}`,
      createdDateTime: new Date(at).toISOString(),
      createdBy: { user: ANN },
      publishingState: { level: minor === 0 ? 'published' : 'draft', versionId: `${major}.${minor}` },
      reactions: {},
      ...(whole ? { canvasLayout: { horizontalSections: [{ columns: [{ id: '1', webparts }] }] } } : {}),
    };
  }
}

function contentOf({ title = '', canvasLayout }: Sent): { title: string; html: string } {
  return { title, html: canvasLayout?.horizontalSections[0]?.columns[0]?.webparts[0]?.innerHtml ?? '' };
}
