import type { CDPSession } from 'playwright-core';
import type { Cdp } from './surface';

const CLOSED = 'what we spoke to has closed';

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Playwright leaves popups and workers alone, so their commands travel inside messages of the browser's own session. */
export async function attach(session: CDPSession, targetId: string): Promise<Cdp> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return;
    const answer = JSON.parse(received.message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
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
  return { send: send as Cdp['send'] };
}
