import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_ORDERS, type Orders } from '../in-worker/orders';

/** Where a worker asks for its orders when it starts. */
export interface Control {
  readonly address: string;
  orders: Orders;
  /** How many workers have started. */
  starts: number;
  close(): void;
}

export async function openControl(): Promise<Control> {
  const server = createServer((_asked, answer) => {
    control.starts += 1;
    answer.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' });
    answer.end(JSON.stringify(control.orders));
  });
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  const control: Control = { address: `http://127.0.0.1:${port}/`, orders: NO_ORDERS, starts: 0, close };
  return control;
}
