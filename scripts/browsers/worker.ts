import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { attach } from './attach';
import { extensionUrl } from './chromium';
import { until } from './until';

const STOPPED_FOR_MS = 2_000;
/** One that starts again at once, on a machine with three browsers at work. */
const STOPS_WITHIN_MS = 30_000;

/** A session with the browser itself, above all of its pages. */
export function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('this context has no browser of its own');
  return browser.newBrowserCDPSession();
}

/** Stops the extension's service worker, as the browser does with one that is idle; the next event starts it. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const session = await browserSession(context);
  const targetId = await findWorker(session);
  if (targetId === undefined) return;
  const worker = await attach(session, targetId);
  // A page that talks to it starts it again at once, under the same id: only the worker itself tells that it stopped.
  let isStopped = false;
  worker.on('Inspector.targetCrashed', () => {
    isStopped = true;
  });
  await worker.send('Inspector.enable');
  const stop = async (): Promise<boolean> => {
    if (!isStopped) await session.send('Target.closeTarget', { targetId }); // one that is just starting does not hear it
    return isStopped;
  };
  await until('the worker to stop', stop, STOPS_WITHIN_MS);
  await session.detach();
}

/** Has the extension's service worker stand still while `act` runs: what it is asked meanwhile waits. */
export async function holdWorker(context: BrowserContext, act: () => Promise<void>): Promise<void> {
  const session = await browserSession(context);
  const worker = await attach(session, await until('the worker', () => findWorker(session)));
  await worker.send('Debugger.enable');
  await worker.send('Debugger.pause'); // at the first thing that it does from now on
  try {
    await act();
  } finally {
    await worker.send('Debugger.disable'); // also where it had nothing to do: there is nothing to resume then
    await session.detach();
  }
}

/** Stops it until it stays stopped: what a closing popup had asked last may still arrive and wake it. */
export async function putWorkerToSleep(context: BrowserContext): Promise<void> {
  const staysStopped = async (): Promise<boolean> => {
    await stopWorker(context);
    await wait(STOPPED_FOR_MS);
    return !(await isWorkerRunning(context));
  };
  await until('the worker to sleep', staysStopped, 60_000);
}

/** Whether the extension's service worker runs now. */
export async function isWorkerRunning(context: BrowserContext): Promise<boolean> {
  const session = await browserSession(context);
  const worker = await findWorker(session);
  await session.detach();
  return worker !== undefined;
}

async function findWorker(session: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.find(({ url }) => url.startsWith(extensionUrl('')))?.targetId;
}
