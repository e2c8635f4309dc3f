import { startFirefox } from '@/scripts/browsers/firefox';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { firstLine } from './browser';
import { buildExtension } from './build';
import type { Stage } from './stage';

/**
 * Opens Firefox with the extension on the page with things to try. Its toolbar popup is out of a driver's reach, so the
 * page leaves allowing and connecting to the person; Firefox forgets a temporary extension's data when it closes.
 */
export async function openFirefox(stage: Stage): Promise<Result<{ close(): Promise<void> }, string>> {
  const { folder, language, servers, t } = stage;
  console.log(t('demo.run.building'));
  const built = await buildExtension('firefox');
  if (!built.ok) return fail(t('demo.run.build-failed', { output: built.error }));
  try {
    const { browser } = await startFirefox({
      extension: built.value,
      profile: folder.profile('firefox'),
      language,
      headless: false,
      endsOnSignal: false,
    });
    const page = await browser.newPage();
    await page.goto(servers.tryPage);
    await page.bringToFront();
    return succeed({ close: () => browser.close().catch(() => {}) }); // closed by the person before us
  } catch (error) {
    return fail(t('demo.run.browser-failed', { reason: firstLine(error) }));
  }
}
