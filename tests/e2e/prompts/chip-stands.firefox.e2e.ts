import { expect, onTestFinished, test } from 'vitest';
import type { Box } from '@/scripts/browsers/box';
import { until } from '@/scripts/browsers/until';
import { putChipInFirefox } from '../support/chip-in-firefox';
import { aChipOrder } from '../support/chip-orders';
import { openChipPages } from '../support/chip-pages';
import { isApart } from '../support/chip-steps';
import { openFirefoxWorld, openTab } from '../support/firefox-world';

test('in Firefox too the chip has targets that can be pressed, and leaves what has the focus alone', async () => {
  const [world, pages] = await Promise.all([openFirefoxWorld(), openChipPages()]);
  onTestFinished(() => pages.close());
  const { screen, browser, t } = world;
  const url = `${pages.origin}/corners`;
  const page = await openTab(world, url);
  await putChipInFirefox(browser, url, aChipOrder());
  const buttons = ['chip.share', 'chip.not-now', 'chip.more', 'chip.fold'] as const;
  const boxes = (): Promise<Box[]> => Promise.all(buttons.map((name) => screen.box('button', t(name))));
  for (const { width, height } of await boxes()) {
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
  }
  for (const corner of ['top left', 'top right', 'bottom left', 'bottom right']) {
    await page.focus(`[class="${corner}"]`);
    const focused = await screen.box('button', corner);
    await until(`room for ${corner}`, async () => (await boxes()).every((box) => isApart(box, focused)));
  }
});
