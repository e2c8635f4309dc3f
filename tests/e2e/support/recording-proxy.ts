import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** One request of the browser: of a page, of the extension or of the browser itself. */
export interface SeenRequest {
  /** With its host; of an encrypted connection only that. */
  readonly url: string;
  /** First line, headers and body, as they were sent. */
  readonly bytes: Buffer;
}

export interface RecordingProxy {
  /** With these a browser sends everything through it, what is meant for this machine too. */
  readonly args: readonly string[];
  readonly requests: readonly SeenRequest[];
}

/**
 * Lets through what is meant for this machine, refuses the rest, and keeps all of it. Ends with the test. `lead` says
 * where a redirect leads on its way back: `(address) => address` leaves it alone.
 */
export async function startRecordingProxy(lead: (address: string) => string): Promise<RecordingProxy> {
  const requests: SeenRequest[] = [];
  const server = createServer((asked, answer) => {
    void buffer(asked)
      .then((body) => {
        requests.push({ url: asked.url ?? '', bytes: Buffer.concat([headOf(asked), body]) });
        passOn(asked, body, answer, lead);
      })
      .catch(() => answer.destroy()); // the browser went away
  });
  server.on('connect', ({ url = '' }, socket) => {
    requests.push({ url, bytes: Buffer.from(url) });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const args = [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
  return { args, requests };
}

function headOf({ method, url, rawHeaders }: IncomingMessage): Buffer {
  return Buffer.from(`${method} ${url}\n${rawHeaders.join('\n')}\n`, 'latin1');
}

function passOn(
  asked: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  lead: (address: string) => string,
): void {
  const { hostname, port, pathname, search } = new URL(asked.url ?? '');
  if (!/^(localhost|127\.0\.0\.1|.*\.test)$/.test(hostname)) {
    answer.writeHead(502).end();
    return;
  }
  // What goes lost on a connection that was used before, a browser sends once more by itself: here none is.
  const headers = { ...asked.headers, connection: 'close' };
  const onward = request(
    { host: '127.0.0.1', port, path: pathname + search, method: asked.method, headers },
    (answered) => {
      const { location } = answered.headers;
      const led = answered.rawHeaders.map((text) => (text === location ? lead(text) : text));
      answer.writeHead(answered.statusCode ?? 502, led);
      answered.pipe(answer);
    },
  );
  onward.on('error', () => answer.destroy());
  onward.end(body);
}
