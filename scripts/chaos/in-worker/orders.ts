/** What the harness wants of a worker. It is asked at the worker's start and may be changed by message. */
export interface Orders {
  /** The checkpoint at which the worker dies; null: none. */
  readonly dieAt: number | null;
  /** From when checkpoints are counted: the worker's start, or the next Send. */
  readonly countFrom: 'start' | 'send';
  /** Added to every reading of the clock, in ms. */
  readonly clockOffsetMs: number;
  /** From when on the disk refuses whatever is written: at once, or as soon as a community has answered. */
  readonly diskFull: 'now' | 'answered' | null;
}

export const NO_ORDERS: Orders = { dieAt: null, countFrom: 'send', clockOffsetMs: 0, diskFull: null };

/** Where orders are asked for; put at the head of the worker's file by whoever starts the browser. */
declare global {
  var CHAOS_CONTROL: string | undefined;
}

let current = NO_ORDERS;
let isKnown = globalThis.CHAOS_CONTROL === undefined;

export const orders = (): Orders => current;
export const areOrdersKnown = (): boolean => isKnown;

export function setOrders(wanted: Orders): void {
  current = wanted;
  isKnown = true;
}

/** Asks for the orders with the browser's own fetch, which nothing has been put around yet. */
export const ordered: Promise<void> = askFor(globalThis.CHAOS_CONTROL, globalThis.fetch);

async function askFor(address: string | undefined, ask: typeof fetch): Promise<void> {
  if (address === undefined) return;
  const answer = await ask(address);
  setOrders((await answer.json()) as Orders);
}
