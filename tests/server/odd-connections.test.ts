import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { type Node, twoNodes } from './listening';

const UPGRADE = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';

/** Says something as no library would, and answers the first line of what comes back. */
async function firstLine(
  { origin }: Node,
  asked: string,
  headers: string,
  { hangsUp = false } = {},
): Promise<string> {
  const { host, hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(`${asked} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`);
  if (hangsUp) {
    await once(socket, 'connect');
    await new Promise((resume) => setTimeout(resume, 50)); // the server has begun to read
    socket.destroy();
    return '';
  }
  const [data] = await once(socket, 'data');
  socket.destroy();
  return String(data).split('\r\n')[0] ?? '';
}

test('an address that is none, for a WebSocket, is not found', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [node] = await twoNodes();
  const headers = `Connection: Upgrade\r\nUpgrade: websocket\r\n${UPGRADE}`;
  expect(await firstLine(node, 'GET //[', headers)).toBe('HTTP/1.1 404 Not Found');
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test('whoever would rather speak HTTP/2 is answered in HTTP/1.1', async () => {
  const [node] = await twoNodes();
  const headers = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n';
  expect(await firstLine(node, 'GET /api/v1/instance', headers)).toBe('HTTP/1.1 200 OK');
});

test('whoever hangs up in the middle of a sentence is no failure of the server', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [node] = await twoNodes();
  const headers = 'Content-Type: application/json\r\nContent-Length: 100\r\n';
  await firstLine(node, 'POST /api/v1/apps', headers, { hangsUp: true });
  expect((await fetch(`${node.origin}/api/v1/instance`)).status).toBe(200);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
