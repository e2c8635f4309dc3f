import { ORIGIN } from './support';

/** A server that answers, in this process or over the network. */
interface Answering {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** Somebody with a browser: keeps cookies, sends forms as a browser does, follows nothing by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly server: Answering,
    private readonly headers: Readonly<Record<string, string>> = {},
    private readonly origin = ORIGIN,
  ) {}

  async open(path: string): Promise<Response> {
    return this.#ask(path, {});
  }

  /** Sends fields to an address, with the headers that a browser adds on a page of `from`. */
  async send(path: string, fields: Readonly<Record<string, string>>, from = this.origin): Promise<Response> {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: from } });
  }

  /** Opens a page, fills in its (first, or named) form and presses one of its buttons. Hidden fields go along. */
  async fillIn(path: string, fields: Readonly<Record<string, string>>, to = /./): Promise<Response> {
    const page = await (await this.open(path)).text();
    const form = formsOf(page).find(
      ({ action, names }) => to.test(action) && Object.keys(fields).every((name) => names.has(name)),
    );
    if (form === undefined) throw new Error(`no such form on ${path}`);
    return this.send(form.action, { ...form.hidden, ...fields });
  }

  async signIn(handle: string, password: string, next = '/'): Promise<Response> {
    return this.send('/sign-in', { handle, password, next });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, ...(init.headers as Record<string, string>), cookie };
    const answer = await this.server.request(path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}

interface Form {
  readonly action: string;
  readonly names: ReadonlySet<string>;
  readonly hidden: Readonly<Record<string, string>>;
}

/** The forms of a page of ours: no parser needed for HTML that we made ourselves. */
export function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action, inside = '']) => {
      const controls = [...inside.matchAll(/<(?:input|button|select)[^>]*>/g)].map(([tag]) => tag);
      const named = controls.flatMap((tag) => {
        const name = attribute(tag, 'name');
        return name === undefined ? [] : [{ name, tag }];
      });
      const hidden = named.filter(({ tag }) => attribute(tag, 'type') === 'hidden');
      return {
        action: plain(action ?? ''),
        names: new Set(named.map(({ name }) => name)),
        hidden: Object.fromEntries(hidden.map(({ name, tag }) => [name, attribute(tag, 'value') ?? ''])),
      };
    },
  );
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
