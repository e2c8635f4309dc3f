import type { browser as Browser } from '@wxt-dev/browser';
import { checkpoint, passedCheckpoints, startCounting } from './checkpoint';
import { type Orders, ordered, orders, setOrders } from './orders';

declare const chrome: typeof Browser;

/** A message of the harness to the worker; the answer lists the checkpoints that were passed. */
export interface ChaosMessage {
  readonly chaos: Orders | null;
}

/** Locks, digests and alarms have checkpoints too. */
export function watchRest(): void {
  const { request } = LockManager.prototype;
  const watched = async (
    manager: LockManager,
    name: string,
    work: (lock: Lock | null) => Promise<unknown>,
  ) => {
    checkpoint('lock asked');
    const done: unknown = await request.call(manager, name, {}, (lock: Lock | null) => {
      checkpoint('lock held');
      return work(lock);
    });
    checkpoint('lock given back');
    return done;
  };
  Object.defineProperty(LockManager.prototype, 'request', {
    value(this: LockManager, name: string, work: (lock: Lock | null) => Promise<unknown>) {
      return watched(this, name, work);
    },
  });
  const { digest } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.digest = async function (...args) {
    const hash = await digest.apply(this, args);
    checkpoint('digest made');
    return hash;
  };
}

/** The clock of this worker may be wrong; the browser's alarms go by the same wrong clock. */
export function bendTime(): void {
  const now = Date.now;
  Date.now = () => now() + orders().clockOffsetMs;
  const { create, clear } = chrome.alarms;
  const watchedCreate = async (name: string, alarm: { when?: number }): Promise<void> => {
    const when = (alarm.when ?? Date.now()) - orders().clockOffsetMs;
    await create(name, { ...alarm, when });
    checkpoint('alarm set');
  };
  const watchedClear = async (name: string): Promise<boolean> => {
    const cleared = await clear(name);
    checkpoint('alarm cleared');
    return cleared;
  };
  Object.defineProperty(chrome.alarms, 'create', { value: watchedCreate });
  Object.defineProperty(chrome.alarms, 'clear', { value: watchedClear });
}

/** Listens to the harness, and begins to count where it was told to. */
export function obey(): void {
  chrome.runtime.onMessage.addListener(
    (message: Partial<ChaosMessage> & { name?: string }, _sender, respond) => {
      if (message.name === 'draft:send' && orders().countFrom === 'send') startCounting();
      if (message.chaos === undefined) return false;
      if (message.chaos !== null) setOrders(message.chaos);
      respond(passedCheckpoints());
      return true;
    },
  );
  void ordered.then(() => {
    if (orders().countFrom === 'start') startCounting();
  });
}
