import type { CDPSession } from 'playwright-core';
import type { Cdp } from './surface';

const CLOSED = 'what we spoke to has closed';

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One target of the browser. */
interface Attached extends Cdp {
  /** Calls `listener` whenever the target tells of `event`, of which nothing but that it happened is passed on. */
  on(event: string, listener: () => void): void;
}

/** Playwright leaves popups and workers alone, so their commands travel inside messages of the browser's own session. */
export async function attach(session: CDPSession, targetId: string): Promise<Attached> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners: { readonly event: string; readonly listener: () => void }[] = [];
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return;
    const told = JSON.parse(received.message);
    for (const { event, listener } of listeners) if (event === told.method) listener();
    waiting.get(told.id)?.(told);
    waiting.delete(told.id);
  });
  session.on('Target.detachedFromTarget', (gone) => {
    if (gone.sessionId !== sessionId) return;
    for (const settle of waiting.values()) settle({ error: { message: CLOSED } });
    waiting.clear();
  });
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((settle) => {
      waiting.set(id, settle);
    });
    const message = JSON.stringify({ id, method, params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await answered;
    if (error?.message === CLOSED && method.startsWith('Input.')) return undefined; // the press itself closed it
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  const on: Attached['on'] = (event, listener) => void listeners.push({ event, listener });
  return { send: send as Cdp['send'], on };
}
