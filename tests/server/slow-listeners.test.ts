import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { EventStreamListener } from '@/server/stream/event-stream-listener';
import { SocketListener } from '@/server/stream/socket-listener';

const TOKEN = {
  community_id: '1',
  token_hash: 'hash',
  client_id: 'app',
  account_id: '1',
  scopes: 'read',
  created_at: '',
};
const MESSAGE = { stream: ['user'], event: 'update', payload: 'x'.repeat(600_000) } as const;

/** As much of a WebSocket as its listener uses; what is sent to it stays where it is. */
class FullSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  sent = 0;
  send(text: string): void {
    this.sent += 1;
    this.bufferedAmount += text.length;
  }
  ping(): void {}
  close(): void {}
  terminate(): void {
    this.readyState = 3;
    this.emit('close');
  }
}

test('a socket that takes nothing is ended once a mebibyte waits', () => {
  const socket = new FullSocket();
  const listener = new SocketListener(TOKEN, '1');
  listener.attach(socket as unknown as WebSocket);
  for (let n = 0; n < 4; n += 1) listener.send(MESSAGE);
  expect(socket).toMatchObject({ sent: 2, readyState: 3 });
});

test('a socket that was ended before it was there is closed when it comes', () => {
  const socket = new FullSocket();
  const listener = new SocketListener(TOKEN, '1');
  listener.end();
  let closed = false;
  socket.close = () => {
    closed = true;
  };
  listener.attach(socket as unknown as WebSocket);
  expect(closed).toBe(true);
});

test('an event stream that nobody reads is ended once a mebibyte waits', async () => {
  let gone = 0;
  const listener = new EventStreamListener(TOKEN, '1', { name: 'user', tag: null, label: ['user'] }, () => {
    gone += 1;
  });
  for (let n = 0; n < 4; n += 1) listener.send(MESSAGE);
  expect(gone).toBe(1);
  await expect(new Response(listener.body).text()).rejects.toThrow();
});
