import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { type ChromiumWorld, openTab } from './chromium-world';

/** Loads the extension again while the browser runs, as an update does: its worker, pages and session go. */
export async function updateExtension({ context }: ChromiumWorld): Promise<void> {
  // Without it the browser switches an unpacked extension off instead of loading it again.
  const extensions = await openTab(context, 'chrome://extensions');
  await extensions.evaluate(
    'new Promise((done) => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, done))',
  );
  await extensions.close();
  const page = await openTab(context, extensionUrl('texts/nl.json'));
  const gone = page.waitForEvent('close'); // until then what answers is still the old one
  await page.evaluate('chrome.runtime.reload()').catch(() => undefined); // the page goes with it
  await gone;
  await until('the new one', async () => {
    const probe = await context.newPage();
    const answer = await probe.goto(extensionUrl('texts/nl.json')).catch(() => null);
    await probe.close();
    return answer !== null;
  });
}
