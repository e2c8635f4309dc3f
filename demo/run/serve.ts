import { createServer } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { fail, type Result, succeed } from '@/utils/kernel/result';

const OWN_MACHINE = '127.0.0.1';
const FIRST_PORT = 4610;
const LAST_PORT = 4910;
const STEP = 3;

/** A server of ours that can be stopped. */
export interface Serving {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves an app on `localhost`, to this machine only. */
export async function serveLocally(
  app: Pick<Hono, 'fetch'>,
  port: number,
): Promise<Result<Serving, 'port-used'>> {
  const server = serve({ fetch: app.fetch, hostname: OWN_MACHINE, port });
  const listening = await new Promise<boolean>((settle) => {
    server.once('listening', () => settle(true));
    server.once('error', () => settle(false));
  });
  if (!listening) return fail('port-used');
  return succeed({ origin: `http://localhost:${port}`, close: () => close(server) });
}

function close(server: ServerType): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** The first of three free ports in a row; undefined where there are none in our range. */
export async function findFreePorts(): Promise<number | undefined> {
  for (let first = FIRST_PORT; first < LAST_PORT; first += STEP) {
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
  return undefined;
}

/** Whether nobody listens there. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, OWN_MACHINE, () => probe.close(() => settle(true)));
  });
}
