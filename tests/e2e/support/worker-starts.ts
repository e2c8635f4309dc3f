import type { BrowserContext } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { isWorkerRunning } from '@/scripts/browsers/worker';

/** The starts of the extension's worker from now on, however short it ran: told by the browser, not looked for. */
export interface WorkerStarts {
  count(): number;
}

/** Begins to count. The worker must have been stopped. */
export async function countWorkerStarts(context: BrowserContext): Promise<WorkerStarts> {
  if (await isWorkerRunning(context)) throw new Error('the worker runs already');
  const lookout = await context.newPage(); // any page will do: the browser tells each of every worker
  const session = await context.newCDPSession(lookout);
  let starts = 0;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (runningStatus === 'starting' && scriptURL.startsWith(extensionUrl(''))) starts += 1;
    }
  });
  await session.send('ServiceWorker.enable');
  return { count: () => starts };
}
