import { browser } from 'wxt/browser';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';

const ALARM = 'deliver';

/** Browsers round alarms up to half a minute and more; a worker that is awake all the same can count these itself. */
const SOON_MS = 25 * SECOND_MS;

/** Never sooner: what stays due must not be tried in a loop. */
const SOONEST_MS = SECOND_MS;

/** A disk that refused is asked again after this, whatever is due. */
const REFUSED_FOR_MS = MINUTE_MS;

/** What delivery needs of its surroundings; see `deliver` in utils/outbox. */
export interface Delivery {
  /** Delivers what is due; safe at any moment, twice. False where the disk refused. */
  run(): Promise<boolean>;
  /** Epoch ms at which something is due next; null where nothing waits. */
  nextDueAt(): Promise<number | null>;
  /** Makes everything due: the network is back, the browser started, the person clicked. */
  hurry(): Promise<void>;
  /** Told of what went wrong on the way. */
  failed(error: unknown): void;
}

export interface Sync {
  /** Something was added or became due: deliver now, then set the alarm for what is left. Never rejects. */
  now(): Promise<void>;
  /** As `now`, but whatever backs off is tried again too. */
  hurry(): Promise<void>;
}

/** Delivers when something may have become due: an alarm exists exactly while something waits. */
export function scheduleSync(delivery: Delivery): Sync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wakeAt = async (dueAt: number | null): Promise<void> => {
    await setAlarm(dueAt);
    clearTimeout(timer);
    const inMs = dueAt === null ? Number.POSITIVE_INFINITY : dueAt - Date.now();
    if (inMs < SOON_MS) timer = setTimeout(() => void now(), Math.max(inMs, SOONEST_MS));
  };
  const work = async (begin: () => Promise<void>): Promise<void> => {
    try {
      await begin();
      await setAlarm(await delivery.nextDueAt()); // before sending: a worker killed in flight must be woken again
      const went = await delivery.run();
      const dueAt = await delivery.nextDueAt();
      await wakeAt(went || dueAt === null ? dueAt : Math.max(dueAt, Date.now() + REFUSED_FOR_MS));
    } catch (error) {
      delivery.failed(error);
      await wakeAt(Date.now() + REFUSED_FOR_MS);
    }
  };
  const now = (): Promise<void> => work(async () => undefined);
  const hurry = (): Promise<void> => work(() => delivery.hurry());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void now();
  });
  browser.runtime.onStartup.addListener(() => void hurry());
  browser.runtime.onInstalled.addListener(() => void hurry());
  globalThis.addEventListener('online', () => void hurry());
  return { now, hurry };
}

/** A moment further ahead than a day was set by a clock that jumped: we look again before. */
function within(now: number, dueAt: number): number {
  return Math.min(Math.max(dueAt, now + SOONEST_MS), now + DAY_MS);
}

async function setAlarm(dueAt: number | null): Promise<void> {
  if (dueAt === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: within(Date.now(), dueAt) });
}
