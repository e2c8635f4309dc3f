import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServerType } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { memberOfToken } from '../auth/access';
import type { Ports } from '../ports';
import { Refusal, unauthorised } from '../problem';
import { findToken, type Token } from '../store/applications';
import type { Hub } from './hub';
import { SocketListener } from './socket-listener';

const PATH = /^\/api\/v1\/streaming\/?$/;
const LARGEST_MESSAGE = 4_096;

/** Whether a connection is to become a WebSocket; any other wish of the kind (HTTP/2) may be ignored (RFC 9110 §7.8). */
export function wantsSocket({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Lets apps listen by WebSocket. */
export function serveSockets(server: ServerType, ports: Ports, hub: Hub): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    void welcome(request, ports, hub).then(
      (listener) => {
        socket.once('close', () => hub.leave(listener));
        if (socket.destroyed) return hub.leave(listener);
        return sockets.handleUpgrade(request, socket, head, (opened) => listener.attach(opened));
      },
      (error: unknown) => refuse(socket, error),
    );
  });
}

/** Whoever may listen, listening already; throws a Refusal. */
async function welcome(request: IncomingMessage, ports: Ports, hub: Hub): Promise<SocketListener> {
  const asked = URL.parse(request.url ?? '', ports.origin);
  if (request.headers.host !== new URL(ports.origin).host) {
    throw new Refusal(421, 'This address is not served here');
  }
  if (asked === null || !PATH.test(asked.pathname)) throw new Refusal(404, 'Record not found');
  const token = await tokenOfRequest(request, asked, ports);
  const member = await memberOfToken(ports, token, 'read:statuses', 'read:notifications');
  if (!hub.hasRoom(token)) throw new Refusal(429, 'Too many requests');
  const listener = new SocketListener(token, member.id);
  const stream = asked.searchParams.get('stream');
  const reason =
    stream === null ? undefined : listener.subscribe(stream, asked.searchParams.get('tag') ?? undefined);
  if (reason !== undefined) throw new Refusal(400, reason);
  await hub.join(listener);
  return listener;
}

/** In the address, in a header, or where a browser can put it: as the name of a subprotocol. */
async function tokenOfRequest({ headers }: IncomingMessage, asked: URL, ports: Ports): Promise<Token> {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const protocol = headers['sec-websocket-protocol']?.split(',')[0]?.trim();
  const secret = bearer ?? asked.searchParams.get('access_token') ?? protocol;
  const token = secret === undefined ? undefined : await findToken(ports.store, secret);
  if (token === undefined) throw unauthorised();
  return token;
}

function refuse(socket: Duplex, error: unknown): void {
  const expected = error instanceof Refusal;
  if (!expected) console.error(error);
  const { status, message } = expected ? error : new Refusal(500, 'The server failed; try again');
  const body = JSON.stringify({ error: message });
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
