import { zoneAtMidday } from '@/scripts/browsers/midday';
import { fail, succeed } from '@/utils/kernel/result';
import { firstLine, openChromium } from './browser';
import { connect } from './connect';
import { type Hop, runHops } from './hops';
import type { Ended, Stage } from './stage';

const LAST_HOP = 8;

/** Does one activity as a person would and follows it through all eight hops; succeeds only if the practice stands once. */
export async function driveHeadless(stage: Stage): Promise<Ended> {
  const { t, folder, servers, signal } = stage;
  process.env.TZ = zoneAtMidday(Date.now()); // the browser inherits it: near midnight no day has begun yet
  const browser = await openChromium(stage, true);
  if (!browser.ok) return browser;
  let done: Hop | 0 = 0;
  const drive = async () => {
    await connect(browser.value.context, stage);
    console.log(t('demo.run.connected', { name: folder.member.displayName, site: servers.intranet }));
    console.log(t('demo.hops.title'));
    return runHops(browser.value.context, stage, (hop, figures) => {
      done = hop;
      console.log(`  ${hop} ${t(`demo.hops.${hop}`, figures)}`);
    });
  };
  try {
    const link = await Promise.race([drive(), rejectOn(signal)]);
    return succeed(t('demo.hops.delivered', { link }));
  } catch (error) {
    const reason = signal.aborted ? t('demo.hops.interrupted') : firstLine(error);
    return fail(t('demo.hops.failed', { hop: Math.min(done + 1, LAST_HOP), reason }));
  } finally {
    await browser.value.close();
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_settle, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
