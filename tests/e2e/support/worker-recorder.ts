import type { browser as Browser } from '@wxt-dev/browser';
import type { BrowserContext } from 'playwright-core';

type Extension = typeof Browser;
/** Functions as the recorder sees them: something goes in, something comes out. */
type Call = (...args: unknown[]) => Promise<unknown>;
type Respond = (reply: unknown) => void;

/**
 * JavaScript for the head of the worker's own file: keeps every message that is sent or answered, and all that is read
 * in a page. Who sent a message is left out, for the browser says that and not we.
 */
export const RECORDER = `(${record.toString()})();\n`;

/** Everything that was recorded since the worker started, one line each. */
export async function recorded(context: BrowserContext): Promise<readonly string[]> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('the worker does not run');
  return worker.evaluate(() => (globalThis as unknown as { recorded: string[] }).recorded);
}

/** Runs in the worker before anything of ours: self-contained. */
function record(): void {
  const lines: string[] = [];
  Object.assign(globalThis, { recorded: lines });
  const keep = (what: string, value: unknown): void => {
    lines.push(`${what} ${JSON.stringify(value)}`);
  };
  const { chrome } = globalThis as unknown as { chrome: Extension };
  const { runtime, tabs, scripting } = chrome;
  const listen = runtime.onMessage.addListener.bind(runtime.onMessage);
  const addListener: typeof listen = (listener) =>
    listen((message, sender, respond: Respond) => {
      keep('message', message);
      return listener(message, sender, (reply: unknown) => {
        keep('reply', reply);
        respond(reply);
      });
    });
  Object.defineProperty(runtime.onMessage, 'addListener', { value: addListener });
  const wrap = (owner: object, name: string): void => {
    const call = (Reflect.get(owner, name) as Call).bind(owner);
    const value: Call = async (...args) => {
      keep(name, args);
      const answer = await call(...args);
      keep(`${name} answered`, answer);
      return answer;
    };
    Object.defineProperty(owner, name, { value });
  };
  wrap(runtime, 'sendMessage');
  wrap(tabs, 'sendMessage');
  wrap(scripting, 'executeScript');
}
