import { createIntranet } from '@/demo/intranet/app';
import { systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import { startCommunity } from './community';
import type { DataFolder } from './data-folder';
import { isFree, type Serving, serveLocally } from './serve';
import { createTryPage, type Switchable } from './try-page';

const COMMUNITY_NAME = 'Oevermeer deelt';

interface ServersOptions {
  readonly folder: DataFolder;
  /** First of three ports in a row. */
  readonly port: number;
  readonly language: Language;
  readonly t: Text;
  /** Whether the browser was connected for the person. */
  readonly isConnected: () => boolean;
}

/** What runs: origins without a slash at the end. */
export interface Servers {
  readonly community: string;
  readonly intranet: string;
  readonly tryPage: string;
  close(): Promise<void>;
}

/** Starts community, intranet and the page with things to try, or says in one sentence why not. */
export async function startServers(options: ServersOptions): Promise<Result<Servers, string>> {
  const { folder, port, language, t, isConnected } = options;
  for (const wanted of [port, port + 1, port + 2]) {
    if (!(await isFree(wanted))) return fail(t('demo.run.port-used', { port: wanted }));
  }
  const start = () => startCommunity({ port, folder: folder.community, name: COMMUNITY_NAME, language });
  const first = await start();
  if (!first.ok) return fail(t('demo.run.community-failed', { said: first.error }));
  const community = first.value.origin;
  const power = makePower(first.value, start);
  const collection = folder.collection();
  const keep = folder.keepCollection.bind(folder);
  const site = createIntranet({ language, clock: systemClock, keep, ...(collection ? { collection } : {}) });
  const intranet = await serveLocally(site, port + 1);
  const address = `http://localhost:${port + 1}`;
  const page = createTryPage({ t, language, intranet: address, community, isConnected, power });
  const tryPage = await serveLocally(page, port + 2);
  const close = async () => {
    for (const each of [tryPage, intranet]) if (each.ok) await each.value.close();
    await power.turn(false);
  };
  if (!intranet.ok || !tryPage.ok) {
    await close();
    return fail(t('demo.run.port-used', { port: intranet.ok ? port + 2 : port + 1 }));
  }
  return succeed({ community, intranet: intranet.value.origin, tryPage: tryPage.value.origin, close });
}

/** The community's switch: what is asked while it moves waits for its turn. */
function makePower(first: Serving, start: () => Promise<Result<Serving, string>>): Switchable {
  let running: Serving | null = first;
  let turning: Promise<void> = Promise.resolve();
  const set = async (on: boolean) => {
    if (on === (running !== null)) return;
    if (running !== null) {
      await running.close();
      running = null;
      return;
    }
    const again = await start();
    running = again.ok ? again.value : null;
  };
  return {
    isOn: () => running !== null,
    turn: (on) => {
      turning = turning.then(() => set(on));
      return turning;
    },
  };
}
