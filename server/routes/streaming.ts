import { type Context, Hono } from 'hono';
import { memberOfToken, tokenOf } from '../auth/access';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { Refusal, unauthorised } from '../problem';
import { findToken, type Token } from '../store/applications';
import { EventStreamListener } from '../stream/event-stream-listener';
import type { Hub } from '../stream/hub';
import { scopeOf, streamOf } from '../stream/streams';

/** Streams as server-sent events, for apps without WebSocket. */
export function streamingRoutes(ports: Ports, hub: Hub): Hono {
  const routes = new Hono();
  routes.get('/api/v1/streaming/health', (context) => context.text('OK'));
  routes.get('/api/v1/streaming', async (context) => {
    const stream = one(await readParameters(context), 'stream') ?? '';
    return listen(context, ports, hub, stream);
  });
  routes.get('/api/v1/streaming/:first/:second?/:third?', (context) => {
    const { first, second, third } = context.req.param();
    const name = [first, second, third].filter((part) => part !== undefined).join(':');
    return listen(context, ports, hub, name);
  });
  return routes;
}

async function listen(context: Context, ports: Ports, hub: Hub, name: string): Promise<Response> {
  const parameters = await readParameters(context);
  const token = await tokenOfStream(context, ports, one(parameters, 'access_token'));
  const stream = streamOf(name, one(parameters, 'tag'));
  if (stream === undefined) throw new Refusal(404, 'Unknown stream type');
  const member = await memberOfToken(ports, token, scopeOf(stream));
  if (context.req.method === 'HEAD') return context.body(null); // nobody would read what is said
  if (!hub.hasRoom(token)) throw new Refusal(429, 'Too many requests');
  const listener = new EventStreamListener(token, member.id, stream, () => hub.leave(listener));
  await hub.join(listener).catch((error: unknown) => {
    listener.end(); // nobody ever reads it, and its signs of life would go on
    throw error;
  });
  // nginx would keep the answer back until it is whole, which it never is.
  return context.body(listener.body, 200, {
    'Content-Type': 'text/event-stream',
    'X-Accel-Buffering': 'no',
  });
}

/** A browser's EventSource has no headers: there the token stands in the address. */
async function tokenOfStream(context: Context, ports: Ports, secret: string | undefined): Promise<Token> {
  const token = await tokenOf(context, ports);
  const found = token ?? (secret === undefined ? undefined : await findToken(ports.store, secret));
  if (found === undefined) throw unauthorised();
  return found;
}
