import type { StartedChromium } from '@/scripts/browsers/chromium';
import { startChromium } from '@/scripts/browsers/chromium';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { buildExtension } from './build';
import { connect } from './connect';
import type { Stage } from './stage';

/** Builds the extension and starts Chromium with it, on the demo's own profile. */
export async function openChromium(
  stage: Stage,
  headless: boolean,
): Promise<Result<StartedChromium, string>> {
  const { folder, language, t } = stage;
  console.log(t('demo.run.building'));
  const built = await buildExtension('chromium');
  if (!built.ok) return fail(t('demo.run.build-failed', { output: built.error }));
  console.log(t('demo.run.connecting'));
  try {
    const profile = folder.profile('chromium');
    return succeed(
      await startChromium({ extension: built.value, profile, language, headless, endsOnSignal: false }),
    );
  } catch (error) {
    return fail(t('demo.run.browser-failed', { reason: firstLine(error) }));
  }
}

/** The first line of what a driver said: the rest is its own log. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** Opens a browser for a person: connected, allowed, on the page with things to try. */
export async function openForPerson(stage: Stage): Promise<Result<{ close(): Promise<void> }, string>> {
  const { t, servers, folder } = stage;
  const browser = await openChromium(stage, false);
  if (!browser.ok) return browser;
  try {
    await connect(browser.value.context, stage);
    console.log(t('demo.run.connected', { name: folder.member.displayName, site: servers.intranet }));
  } catch (error) {
    console.log(t('demo.run.unconnected', { reason: firstLine(error) }));
  }
  const page = await browser.value.context.newPage();
  await page.goto(servers.tryPage);
  await page.bringToFront();
  return browser;
}
