import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Language } from '@/utils/language/languages';
import { createApp } from './app';
import { forgetLinkFile } from './coordinator-link';
import type { Ports } from './ports';
import type { Store } from './store/store';

interface ListenOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How people reach it, where that is not the address that it listens on. */
  readonly origin: string | null;
  readonly name: string;
  readonly language: Language;
  readonly version: string;
  readonly folder: string;
}

interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens, and knows its own address only then; fails where the port is somebody else's. */
export async function listen(store: Store, options: ListenOptions): Promise<Result<Listening, 'port-used'>> {
  let app: ReturnType<typeof createApp> | null = null;
  const server = serve({
    fetch: (request, env) => (app === null ? new Response(null, { status: 503 }) : app.fetch(request, env)),
    hostname: options.host,
    port: options.port,
  });
  const bound = await boundPort(server);
  if (bound === null) return fail('port-used');
  const origin = new URL(options.origin ?? `http://${options.host}:${bound}`).origin;
  const ports: Ports = {
    store,
    clock: systemClock,
    randomBytes: secureBytes,
    origin,
    name: options.name,
    language: options.language,
    version: options.version,
  };
  app = createApp(ports, { onJoined: () => forgetLinkFile(options.folder) });
  return succeed({ origin, close: () => closeServer(server) });
}

function boundPort(server: ServerType): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.once('error', () => resolve(null));
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
