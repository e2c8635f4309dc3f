import type { browser as Browser } from '@wxt-dev/browser';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { earlierWork } from '@/demo/run/earlier-work';
import { type Serving, serveLocally } from '@/demo/run/serve';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { putWorkerToSleep } from '@/scripts/browsers/worker';
import { freePort } from '@/tests/real/free-port';
import type { Row } from '../measure';
import { type BenchBrowser, openBenchBrowser } from '../outbox/browser';

const ROUNDS = 7;

/** A system in which one request is one activity: no burst to wait for, and nothing to read in its pages. */
const RECIPE = {
  v: 1,
  id: 'bench',
  name: 'Bench',
  evidence: 'Made for this bench',
  tested: ['this bench'],
  site: { any: [{ dom: 'meta[name=generator][content=Bench]' }] },
  signals: [
    {
      do: 'edit',
      when: { method: 'POST', type: 'xmlhttprequest', path: '/save', status: 204 },
      burst: { quiet: 0 },
    },
  ],
};

/**
 * From a request that wakes the worker until the in-page script is injected: against waking the worker alone, and
 * against waking it and having one row on disk, which is the least that remembers what was decided.
 */
export async function measureColdInjection(): Promise<Row[]> {
  const [site, browser] = await Promise.all([openSite(), openBenchBrowser()]);
  const { context, run } = browser;
  await makeAskable(browser, site.origin);
  const page = await context.newPage();
  const ways = {
    injected: () => untilInjected(page),
    woken: () => run('wake'),
    wokenAgain: () => run('wake'),
    wrote: () => browser.page.evaluate(timeDraft),
  };
  const taken: Record<keyof typeof ways, number[]> = { injected: [], woken: [], wokenAgain: [], wrote: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    await forgetPrompts(browser.page); // more than one a day would not be asked
    await page.goto(site.origin);
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      await putWorkerToSleep(context);
      const ms = await ways[way]();
      if (round > 0) taken[way].push(ms); // in the first the browser compiles and keeps
    }
  }
  await browser.close();
  await site.close();
  const what = 'request to injection, worker stopped, against waking';
  const { injected: values, woken, wokenAgain: control, wrote } = taken;
  return [
    { what, values, against: woken, control, paired: true, most: 1.3 },
    { what: `${what} + one row`, values, against: wrote, paired: true },
  ];
}

/** Runs in the page: self-contained. Milliseconds until the worker has woken and put an empty draft on disk. */
async function timeDraft(): Promise<number> {
  const { chrome } = globalThis as unknown as World;
  const startedAt = performance.now();
  await chrome.runtime.sendMessage({ name: 'draft:new', request: {} });
  return performance.now() - startedAt;
}

async function openSite(): Promise<Serving> {
  const app = new Hono();
  app.get('/', (context) =>
    context.html('<!doctype html><meta name="generator" content="Bench"><h1>Bench</h1>'),
  );
  app.post('/save', (context) => context.body(null, 204));
  const served = await serveLocally(app, await freePort());
  if (!served.ok) throw new Error(served.error);
  return served.value;
}

/** The site is allowed, its recipe known, and the person no newcomer. */
async function makeAskable({ page }: BenchBrowser, origin: string): Promise<void> {
  const now = Date.now();
  const site = { origin, recipeId: RECIPE.id, chosen: true, tries: true, addedAt: now, named: 'person' };
  const recipe = { id: RECIPE.id, origin: 'file', recipe: RECIPE, addedAt: now };
  const json = JSON.stringify({ ...JSON.parse(earlierWork(now)), sites: [site], recipes: [recipe] });
  await page.evaluate(offersPermission, `http://${new URL(origin).hostname}/*`);
  await page.click('button');
  const imported = await page.evaluate(sendsMessage, { name: 'data:import', request: { json } });
  if (!imported.ok) throw new Error(`the file was not taken: ${JSON.stringify(imported)}`);
}

interface World {
  readonly chrome: typeof Browser;
}

/** Runs in the page: self-contained. The browser hears it only from a press. */
function offersPermission(pattern: string): void {
  const { chrome } = globalThis as unknown as World;
  const button = document.createElement('button');
  button.addEventListener('click', () => void chrome.permissions.request({ origins: [pattern] }));
  document.body.append(button);
}

/** Runs in the page: self-contained. */
function sendsMessage(message: object): Promise<{ ok: boolean }> {
  const { chrome } = globalThis as unknown as World;
  return chrome.runtime.sendMessage(message);
}

/** As if none had been asked yet: another one may come. */
async function forgetPrompts(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deelgenoot');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('prompts', 'readwrite');
          clearing.objectStore('prompts').clear();
          clearing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

/** Milliseconds from the request until the browser reads our script in the page, both as the driver sees them. */
async function untilInjected(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const injected = new Promise<number>((settle, reject) => {
    setTimeout(() => reject(new Error('nothing was injected')), 20_000).unref();
    session.on('Debugger.scriptParsed', ({ url }) => {
      if (url === extensionUrl('in-page.js')) settle(performance.now());
    });
  });
  await session.send('Debugger.enable');
  const startedAt = performance.now();
  await page.evaluate(() => void fetch('/save', { method: 'POST' }));
  const taken = (await injected) - startedAt;
  await session.detach();
  return taken;
}
