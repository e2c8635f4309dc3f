import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { browser as Extension } from '@wxt-dev/browser';
import { between, seeded } from '@/scripts/seeded';
import { newId, newReference } from '@/utils/kernel/ids';
import { extensionIn } from '../build/extension';
import { NO_ORDERS } from '../in-worker/orders';
import { Browser } from '../world/browser';
import { openProxiedCommunity, type ProxiedCommunity } from '../world/community';
import { type Control, openControl } from '../world/control';
import { Person } from '../world/person';
import { buildYardstick } from './build';
import type { QueuedPost } from './worker';

const DIES_WITHIN_MS = 1_500;
const ARRIVES_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 40;

interface Bench {
  readonly browser: Browser;
  readonly person: Person;
  readonly community: ProxiedCommunity;
  readonly control: Control;
}

/** The same deaths for a well-known queue: one line for the report. A harness that finds nothing in it proves nothing. */
export async function measureYardstick(ours: string, runs: number, seed: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-yardstick-'));
  const control = await openControl();
  const community = await openProxiedCommunity();
  const browser = new Browser(
    extensionIn(folder, await buildYardstick(ours), control.address),
    join(folder, 'profile'),
  );
  const bench = { browser, person: new Person(() => browser.page()), community, control };
  await browser.start();
  try {
    return await measure(bench, runs, seeded(seed));
  } finally {
    await Promise.race([Promise.allSettled([browser.close(), community.close()]), wait(10_000)]);
    control.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function measure(bench: Bench, runs: number, random: () => number): Promise<string> {
  await playOne(bench, null);
  await wait(DIES_WITHIN_MS); // what comes after the answer is counted too
  const { length } = await bench.person.tellWorker(null);
  const counts = { lost: 0, doubled: 0, died: 0, stuck: 0 };
  for (let run = 0; run < runs; run += 1) {
    const at = run < length ? run + 1 : between(random, 1, length);
    const came = await playOne(bench, at);
    for (const name of ['lost', 'doubled', 'died', 'stuck'] as const) counts[name] += came[name] ? 1 : 0;
  }
  const { lost, doubled, died, stuck } = counts;
  return `yardstick, workbox-background-sync: ${runs} runs, ${died} died at one of ${length} checkpoints, ${lost} lost, ${doubled} doubled, ${stuck} stuck`;
}

interface Came {
  readonly lost: boolean;
  readonly doubled: boolean;
  readonly died: boolean;
  readonly stuck: boolean;
}

/** One post; the worker dies at this checkpoint, starts again and is asked to go on. */
async function playOne({ browser, person, community, control }: Bench, at: number | null): Promise<Came> {
  const reference = newReference();
  const body = JSON.stringify({ status: `Proef. Ref. ${reference}`, visibility: 'public' });
  const headers = {
    authorization: `Bearer ${community.tokens.member}`,
    'content-type': 'application/json',
    'idempotency-key': newId(),
  };
  const post: QueuedPost = { name: 'draft:send', url: `${community.origin}/api/v1/statuses`, headers, body };
  const stored = (): number => community.stored([reference]).get(reference)?.length ?? 0;
  await person.tellWorker({ ...NO_ORDERS, dieAt: at });
  const sent = tell(browser, post).catch(() => undefined);
  for (const end = Date.now() + DIES_WITHIN_MS; !browser.isDying() && Date.now() < end; ) {
    await wait(LOOK_EVERY_MS);
    if (at === null && stored() > 0) break;
  }
  const died = browser.isDying();
  if (died) await browser.killProcess();
  await sent;
  control.orders = NO_ORDERS;
  await person.tellWorker(NO_ORDERS);
  void tell(browser, { name: 'delivery:run' }).catch(() => undefined);
  let queued = true;
  for (const end = Date.now() + ARRIVES_WITHIN_MS; Date.now() < end && stored() === 0 && queued; ) {
    await wait(LOOK_EVERY_MS);
    queued = await isQueued(browser, reference);
  }
  await wait(LOOK_EVERY_MS * 4);
  const there = stored();
  return {
    lost: there === 0 && !(await isQueued(browser, reference)),
    doubled: there > 1,
    died,
    stuck: there === 0 && queued,
  };
}

async function tell(browser: Browser, message: object): Promise<unknown> {
  return (await browser.page()).evaluate(sendMessage, message);
}

async function isQueued(browser: Browser, reference: string): Promise<boolean> {
  return (await browser.page()).evaluate(hasRequest, reference);
}

/** These run in the page: self-contained. */
function sendMessage(message: object): Promise<unknown> {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  return chrome.runtime.sendMessage(message);
}

function hasRequest(reference: string): Promise<boolean> {
  return new Promise((settle, fail) => {
    const opened = indexedDB.open('workbox-background-sync');
    opened.onsuccess = () => {
      const database = opened.result;
      if (!database.objectStoreNames.contains('requests')) {
        database.close();
        settle(false);
        return;
      }
      const asked = database.transaction('requests').objectStore('requests').getAll();
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        database.close();
        const rows = asked.result as { requestData: { body: ArrayBuffer } }[];
        const texts = rows.map(({ requestData }) => new TextDecoder().decode(requestData.body));
        settle(texts.some((text) => text.includes(reference)));
      };
    };
  });
}
