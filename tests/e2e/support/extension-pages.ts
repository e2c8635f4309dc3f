import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Serving } from '@/demo/run/serve';
import { surfaceOf } from '@/scripts/browsers/surface';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import { arrangementsFor } from './arrangements';
import { openChromiumWorld } from './chromium-world';
import { flaws } from './flaws';
import { openIntranet } from './intranet';
import { tour } from './tour';

/** DESIGN §5.2: no larger at the default text size. */
const CHIP_AT_MOST = { width: 320, height: 72 };

/** Takes the tour of the extension in these languages, each in a browser of its own. */
export function testExtensionPages(languages: readonly Language[]): void {
  describe.each(languages)("the extension's pages in %s", testPagesIn);
}

function testPagesIn(language: Language): void {
  let community: RealCommunity;
  let intranet: Serving;

  beforeAll(async () => {
    [community, intranet] = await Promise.all([openCommunity({ language }), openIntranet(language)]);
  });
  afterAll(async () => {
    await Promise.all([community?.close(), intranet?.close()]);
  });

  test('have no flaw that axe or a narrow window shows, in any state', async () => {
    const world = await openChromiumWorld({ language });
    const found: Record<string, string[]> = {};
    const look = async (name: string, page: Page): Promise<void> => {
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      found[name] = await flaws(page, {
        arrangements: arrangementsFor(language),
        ...(name === 'chip' ? { alsoLook: () => chipFlaws(page, world.t) } : {}),
      });
    };
    await tour({ world, community, intranet, look });
    expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
  }, 480_000);
}

/** The chip stands in a closed shadow root, where axe cannot look: its names and its place are looked at from outside. */
async function chipFlaws(page: Page, t: Text): Promise<string[]> {
  const surface = await surfaceOf(page);
  const { x, y, width, height } = await surface.box('region', t('product.name'));
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  const found: string[] = [];
  if (width > CHIP_AT_MOST.width || height > CHIP_AT_MOST.height)
    found.push(`the chip is ${width}×${height}`);
  if (x < 0 || y < 0 || x + width > view.width || y + height > view.height) found.push('the chip is cut off');
  const buttons = await surface.names('button');
  const wanted = (['share', 'not-now', 'more', 'fold'] as const).map((key) => t(`chip.${key}`));
  const missing = wanted.filter((name) => !buttons.includes(name));
  return missing.length === 0 ? found : [...found, `the chip lacks ${missing.join(', ')}`];
}
