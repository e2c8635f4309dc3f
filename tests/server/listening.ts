import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { makeSecret } from '@/server/auth/secrets';
import { listen } from '@/server/listen';
import { type Account, createAccount } from '@/server/store/accounts';
import { addApplication, addToken } from '@/server/store/applications';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { secureBytes } from '@/utils/kernel/random';
import { aDatabase } from './database';

export interface Node {
  readonly origin: string;
  readonly store: Store;
  close(): Promise<void>;
}

/** A real server that listens, with the true clock; on PostgreSQL two of them, else the same one twice. */
export async function twoNodes(): Promise<[Node, Node]> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-listening-'));
  const { url: databaseUrl, drop } = await aDatabase();
  const first = await aNode(folder, databaseUrl);
  const second = inject('postgres') === undefined ? first : await aNode(folder, databaseUrl);
  onTestFinished(async () => {
    for (const node of new Set([first, second])) await node.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return [first, second];
}

async function aNode(folder: string, databaseUrl: string | undefined): Promise<Node> {
  const opened = await openStore({ folder, databaseUrl, communityName: 'Proef' });
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const options = { host: '127.0.0.1', port: 0, origin: null, name: 'Proef', version: '0.1.0', folder };
  const server = await listen(store, { ...options, language: 'nl', rateLimit: 0 });
  if (!server.ok) throw new Error(server.error);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.value.close().then(() => store.close());
    return closing;
  };
  return { origin: server.value.origin, store, close };
}

export interface Someone {
  readonly account: Account;
  readonly token: string;
}

/** A member with a token, without the work of hashing a password. */
export async function someone(
  { store }: Pick<Node, 'store'>,
  handle: string,
  scopes = 'read write',
): Promise<Someone> {
  const account = await createAccount(store, {
    handle,
    displayName: handle,
    passwordHash: 'none',
    role: 'member',
  });
  if (!account.ok) throw new Error(account.error);
  const clientId = makeSecret(secureBytes);
  const redirectUris = ['https://app.example/back'];
  const application = { clientId, secret: 'none', name: 'test', website: null, redirectUris, scopes };
  await addApplication(store, application);
  const token = makeSecret(secureBytes);
  await addToken(store, token, { client_id: clientId, account_id: account.value.id, scopes });
  return { account: account.value, token };
}

/** Asks a node with a token; the body as JSON. */
export async function ask(
  { origin }: Node,
  { token }: Someone,
  path: string,
  method = 'GET',
  fields?: Readonly<Record<string, string>>,
) {
  const body = fields === undefined ? {} : { body: new URLSearchParams(fields) };
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${origin}${path}`, { method, headers, ...body });
  return { status: answer.status, body: (await answer.json()) as { id: string; error?: string } };
}

interface Heard {
  readonly stream: readonly string[];
  readonly event: string;
  readonly payload: string;
  readonly error?: string;
}

/** An app's socket, and all that it heard. */
export class Ear {
  readonly heard: Heard[] = [];
  closed: number | undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.heard.push(JSON.parse(String(data)) as Heard));
    socket.on('close', (code) => {
      this.closed = code;
    });
    onTestFinished(() => socket.terminate());
  }

  /** Opens a socket; the status of the refusal where there is one. */
  static open(address: string, ...options: readonly unknown[]): Promise<Ear | number> {
    return new Promise((resolve) => {
      const [protocols, more] = options as [string[] | undefined, object | undefined];
      const socket = new WebSocket(address.replace(/^http/, 'ws'), protocols ?? [], more ?? {});
      const ear = new Ear(socket);
      socket.once('open', () => resolve(ear));
      socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
      socket.once('error', () => resolve(0));
    });
  }

  /** Listens to streams with the token in the address. */
  static async to(node: Node, { token }: Someone, ...streams: readonly string[]): Promise<Ear> {
    const ear = await Ear.open(`${node.origin}/api/v1/streaming?access_token=${token}`);
    if (typeof ear === 'number') throw new Error(`refused with ${ear}`);
    for (const stream of streams) ear.say({ type: 'subscribe', stream });
    await ear.settled();
    return ear;
  }

  say(wish: object): void {
    this.socket.send(JSON.stringify(wish));
  }

  /** Once the server took all that was said: a socket answers in order. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('pong', () => resolve());
      this.socket.ping();
    });
  }

  /** What it heard, as `event text`. */
  words(): string[] {
    return this.heard.map(({ event, payload }) => {
      if (event === 'delete') return `delete ${payload}`;
      const body = JSON.parse(payload) as { content?: string; type?: string };
      return `${event} ${body.type ?? body.content?.replace(/<[^>]*>/g, '')}`;
    });
  }
}
