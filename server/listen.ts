import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Language } from '@/utils/language/languages';
import { createApp } from './app';
import { forgetLinkFile } from './coordinator-link';
import { codeOf } from './store/error-code';
import { keepForgetting } from './store/forgetting';
import type { Store } from './store/store';
import { Hub } from './stream/hub';
import { serveSockets, wantsSocket } from './stream/sockets';

interface ListenOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How people reach it; null where that is the address that it listens on, which only the own machine can use. */
  readonly origin: string | null;
  readonly name: string;
  readonly language: Language;
  readonly version: string;
  readonly folder: string;
  /** Requests in five minutes, per member; 0: as many as they like. */
  readonly rateLimit: number;
}

interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

export type ListenProblem = 'port-used' | 'port-forbidden' | 'host-unknown';

/** Listens, and knows its own address only then. */
export async function listen(
  store: Store,
  options: ListenOptions,
): Promise<Result<Listening, ListenProblem>> {
  let app: ReturnType<typeof createApp> | null = null;
  const server = serve({
    fetch: (request, env) => (app === null ? new Response(null, { status: 503 }) : app.fetch(request, env)),
    hostname: options.host,
    port: options.port,
    serverOptions: { shouldUpgradeCallback: wantsSocket },
  });
  const bound = await boundPort(server);
  if (!bound.ok) return bound;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const origin = options.origin ?? new URL(`http://${host}:${bound.value}`).origin;
  const { name, language, version } = options;
  const ports = { store, clock: systemClock, randomBytes: secureBytes, origin, name, language, version };
  const hub = new Hub(ports);
  serveSockets(server, ports, hub);
  const stopForgetting = keepForgetting(store);
  app = createApp(ports, {
    hub,
    onJoined: () => forgetLinkFile(options.folder),
    rateLimit: options.rateLimit,
  });
  const close = async (): Promise<void> => {
    await Promise.all([stopForgetting(), hub.close(), closeServer(server)]);
  };
  return succeed({ origin, close });
}

function boundPort(server: ServerType): Promise<Result<number, ListenProblem>> {
  return new Promise((resolve) => {
    server.once('listening', () => resolve(succeed((server.address() as AddressInfo).port)));
    server.once('error', (error) => {
      const code = codeOf(error);
      const problem =
        code === 'EADDRINUSE' ? 'port-used' : code === 'EACCES' ? 'port-forbidden' : 'host-unknown';
      resolve(fail(problem));
    });
  });
}

const FINISH_WITHIN_MS = 2_000;

/** Lets answers that are under way be finished: whoever posted hears that it stands. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, FINISH_WITHIN_MS);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
