import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one write is answered; `post` is what a sound answer would be. */
export type Frailty = (answer: ServerResponse, post: string) => void;

export interface FrailServer {
  readonly origin: string;
  /** Texts that are stored, one for each post. */
  readonly posts: readonly string[];
  readonly writes: () => number;
  /** How the next write is answered, and whether it is stored before. */
  next(frailty: Frailty, stored: boolean): void;
  close(): Promise<void>;
}

/** A real server on 127.0.0.1 that stores posts, keeps no keys, and answers the next write as it is told. */
export async function openFrailServer(): Promise<FrailServer> {
  const posts: string[] = [];
  let queued: { readonly frailty: Frailty; readonly stored: boolean } | null = null;
  let writes = 0;
  const entity = (text: string) => ({
    id: String(1_000 + posts.indexOf(text)),
    url: `${origin}/posts/${posts.indexOf(text)}`,
    content: `<p>${text.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br />')}</p>`,
    created_at: new Date().toISOString(),
    account: { id: '1' },
  });
  const send = (answer: ServerResponse, body: unknown): void => {
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer(async (request, answer) => {
    const isFirstPage = !request.url?.includes('max_id');
    if (request.method === 'GET') return send(answer, isFirstPage ? [...posts].reverse().map(entity) : []);
    writes += 1;
    const { status: text } = JSON.parse(await bodyOf(request));
    const { frailty = null, stored = true } = queued ?? {};
    queued = null;
    if (stored) posts.push(text);
    const post = JSON.stringify(entity(text));
    return frailty === null ? send(answer, entity(text)) : frailty(answer, post);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    posts,
    writes: () => writes,
    next: (frailty, stored) => {
      queued = { frailty, stored };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
