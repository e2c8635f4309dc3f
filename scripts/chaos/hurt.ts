import { setTimeout as wait } from 'node:timers/promises';
import type { browser as Extension } from '@wxt-dev/browser';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { NO_ORDERS } from './in-worker/orders';
import type { Hurt } from './plan/scenario';
import { putRaw } from './world/kept';
import type { Written } from './world/person';
import type { World } from './world/world';

/** A checkpoint that is not reached by then is not reached: fewer were passed this time. */
const DIES_WITHIN_MS = 2_500;
/** How the ids of rows begin that were put there broken. */
export const BROKEN = 'broken-';
const TIDYING_MS = 400;
const LOOK_EVERY_MS = 20;
/** Long enough for a request to be under way. */
const UNDER_WAY_MS = 120;

/** What has to go wrong before Send is pressed. */
export async function hurtBefore(world: World, hurt: Hurt): Promise<void> {
  const { proxy } = world.community;
  switch (hurt.kind) {
    case 'dies':
      if (hurt.from === 'send') await world.person.tellWorker({ ...NO_ORDERS, dieAt: hurt.at });
      return;
    case 'disk full':
      return world.order({ ...NO_ORDERS, diskFull: hurt.from });
    case 'community down':
      return hurt.killed ? world.community.stop() : proxy.close();
    case 'permission revoked':
      await mayReach(world, false);
      proxy.crossOrigin = false;
      return;
    case 'clock jumps':
      if (hurt.when === 'back') await world.order({ ...NO_ORDERS, clockOffsetMs: hurt.byMs });
      return;
    default:
      return;
  }
}

/** What goes wrong while posts are on their way. */
export async function hurtMeanwhile(world: World, hurt: Hurt, isOver: () => Promise<boolean>): Promise<void> {
  const { browser, control, person } = world;
  switch (hurt.kind) {
    case 'dies':
      if (hurt.from === 'start') {
        await wait(UNDER_WAY_MS);
        await browser.stopWorker();
        control.orders = { ...NO_ORDERS, dieAt: hurt.at, countFrom: 'start' };
        void person.ask('delivery:run', {});
      }
      return dies(world, isOver);
    case 'worker stopped':
      await wait(hurt.afterMs);
      return browser.stopWorker();
    case 'browser killed':
      await wait(hurt.afterMs);
      await browser.killAll();
      world.community.proxy.log.note('the browser is gone');
      return browser.start();
    case 'extension reloaded':
      await wait(hurt.afterMs);
      return browser.reloadExtension();
    case 'all ask at once':
      return allAsk(world);
    case 'account switched':
      await wait(UNDER_WAY_MS);
      await person.signIn(world.community.origin, world.community.tokens.colleague);
      await person.ask('delivery:run', {});
      return;
    case 'session wiped':
      await inPage(world, wipeSession);
      return browser.stopWorker();
    case 'clock jumps':
      await bitten(world);
      return hurt.when === 'waiting' ? world.order({ ...NO_ORDERS, clockOffsetMs: hurt.byMs }) : undefined;
    default:
      await wait(UNDER_WAY_MS);
  }
}

/** Ends the fault. A clock that jumped while posts waited stays where it is. */
export async function heal(world: World, hurt: Hurt | null): Promise<void> {
  const { community } = world;
  community.proxy.set(null);
  switch (hurt?.kind) {
    case 'community down':
      return hurt.killed ? community.start() : community.proxy.open();
    case 'permission revoked':
      community.proxy.crossOrigin = true;
      return mayReach(world, true);
    case 'disk full':
      return world.order(NO_ORDERS);
    case 'clock jumps':
      return hurt.when === 'back' ? world.order(NO_ORDERS) : undefined;
    default:
      world.control.orders = NO_ORDERS;
  }
}

/** Waits until the network's fault has hit, and the answer was read. */
async function bitten({ community }: World): Promise<void> {
  const end = Date.now() + DIES_WITHIN_MS;
  while (community.proxy.hits === 0 && Date.now() < end) await wait(LOOK_EVERY_MS);
  await wait(UNDER_WAY_MS * 3);
}

async function dies(world: World, isOver: () => Promise<boolean>): Promise<void> {
  const { browser, control } = world;
  let end = Date.now() + DIES_WITHIN_MS;
  let looking = false;
  let over = false;
  // Not waited for: a worker that stands still inside a transaction keeps everybody else from reading.
  const look = async (): Promise<void> => {
    looking = true;
    if (await isOver().catch(() => false)) {
      over = true; // what is left to do after the last receipt has checkpoints too
      end = Date.now() + TIDYING_MS;
    }
    looking = false;
  };
  for (; !browser.isDying() && Date.now() < end; await wait(LOOK_EVERY_MS)) {
    if (!looking && !over) void look();
  }
  control.orders = NO_ORDERS;
  if (browser.isDying()) await browser.killProcess();
  else await world.order(NO_ORDERS);
}

/** Popup, settings, a sidebar and the worker itself, several times each. */
async function allAsk({ browser, person }: World): Promise<void> {
  const paths = ['popup.html', 'options.html', 'sidebar.html'];
  const pages = await Promise.all(paths.map(() => browser.context.newPage()));
  await Promise.all(pages.map((page, index) => page.goto(extensionUrl(paths[index] ?? ''))));
  const asks = pages.flatMap((page) => [1, 2, 3].map(() => page.evaluate(askForDelivery).catch(() => null)));
  await Promise.all([...asks, person.ask('delivery:run', {})]);
  await Promise.all(pages.map((page) => page.close()));
}

/** The permission for the community's host, given or taken back as the person may. */
async function mayReach(world: World, given: boolean): Promise<void> {
  const pattern = `${new URL(world.community.origin).origin.replace(/:\d+$/, '')}/*`;
  const page = await world.browser.page();
  await page.evaluate(changePermission, { pattern, given: true });
  if (!given) await page.evaluate(changePermission, { pattern, given });
}

async function inPage(world: World, work: () => Promise<unknown>): Promise<void> {
  await (await world.browser.page()).evaluate(work);
}

/** Puts a row among the others that no version of ours wrote; its text has to stay. */
export async function putBrokenRow(
  world: World,
  like: Written,
  how: 'unknown state' | 'fields gone',
): Promise<void> {
  const page = await world.browser.page();
  const { entries } = (await world.evidence([])).kept;
  const sound = await until('an entry', async () => entries.find(({ id }) => id === like.id));
  const id = `${BROKEN}${like.id}`;
  const { id: _id, key: _key, ...rest } = sound;
  const row =
    how === 'unknown state'
      ? { ...sound, id, state: 'verzonden' }
      : { ...rest, id, state: 'waiting', dueAt: 0 };
  await putRaw(page, 'entries', row);
}

/** These run in a page of the extension: self-contained. */
function askForDelivery(): Promise<unknown> {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  return chrome.runtime.sendMessage({ name: 'delivery:run', request: {} });
}

function wipeSession(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  return chrome.storage.session.clear();
}

async function changePermission({ pattern, given }: { pattern: string; given: boolean }): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  const origins = [pattern];
  await (given ? chrome.permissions.request({ origins }) : chrome.permissions.remove({ origins }));
}
