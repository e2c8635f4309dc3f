import { expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { openChromiumWorld, openTab } from './support/chromium-world';

test('nobody waits for the answers of a popup that has closed', async () => {
  const { context, t } = await openChromiumWorld();
  const popup = await openPopup(context, await openTab(context, extensionUrl('options.html')));
  await popup.box('button', t('popup.write'));
  const evaluate = (expression: string) =>
    popup.cdp.send('Runtime.evaluate', { expression, awaitPromise: true });
  const unanswered = evaluate('new Promise(() => {})');
  evaluate('window.close()').catch(() => undefined);
  await expect(unanswered).rejects.toThrow('what we spoke to has closed');
});
