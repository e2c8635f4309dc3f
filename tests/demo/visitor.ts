import { createIntranet } from '@/demo/intranet/app';
import type { Collection } from '@/demo/intranet/model';
import type { Language } from '@/utils/language/languages';

export const NOON = Date.UTC(2026, 10, 24, 12);
const ORIGIN = 'http://localhost:4700';

interface VisitorOptions {
  readonly language?: Language;
  readonly collection?: Collection;
  readonly keep?: (collection: Collection) => void;
}

/** Somebody with a browser at the intranet: keeps cookies, sends forms as a browser does, follows nothing by itself. */
export function visitor(options: VisitorOptions = {}) {
  let now = NOON;
  const app = createIntranet({ language: 'nl', clock: () => now, ...options });
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method === 'POST' && !headers.has('Origin')) headers.set('Origin', ORIGIN);
    const answer = await app.request(`${ORIGIN}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }

  const post = (path: string, fields: Record<string, string>, headers: HeadersInit = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  return {
    send,
    post,
    cookies,
    get: (path: string, headers: HeadersInit = {}) => send(path, { headers }),
    page: async (path: string) => (await send(path)).text(),
    upload: (folder: string, file: File) => {
      const body = new FormData();
      body.set('file', file);
      return send(`/folders/${folder}/upload`, { method: 'POST', body });
    },
    approve: (id: string, decision: string) =>
      send(`/documents/${id}/approve`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ decision }),
      }),
    signIn: (person = 'anna') => post('/sign-in', { person, password: 'welkom', next: '/' }),
    wait: (ms: number) => {
      now += ms;
    },
  };
}
