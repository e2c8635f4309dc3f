import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { ARRANGEMENTS, type Arrangement, arrange } from './arrangements';

const RULES = { 'target-size': { enabled: true } }; // WCAG 2.2 AA, which axe leaves off

/** What else to look at in each arrangement: one sentence for each flaw. */
type Look = () => Promise<readonly string[]>;

interface LookOptions {
  readonly arrangements?: readonly Arrangement[];
  readonly alsoLook?: Look;
}

/**
 * Everything that axe finds in a page and in our frame in it, and whether one has to scroll sideways: light and dark,
 * narrow and wide, unless told otherwise.
 */
export async function flaws(
  page: Page,
  { arrangements = ARRANGEMENTS, alsoLook = async () => [] }: LookOptions = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const arrangement of arrangements) {
    await arrange(page, arrangement);
    const here: string[] = [];
    for (const frame of page.frames().filter(isOurs)) {
      await frame.waitForLoadState(); // what is on its way may be the style sheet
      here.push(...(await axeFlaws(frame)));
      if (await frame.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        here.push('scrolls sideways');
    }
    here.push(...(await alsoLook()));
    const { colorScheme, width } = arrangement;
    found.push(...here.map((flaw) => `${colorScheme} ${width}: ${flaw}`));
  }
  return found;
}

/** The page itself, and the extension's frame in it. */
function isOurs(frame: Frame): boolean {
  return frame.parentFrame() === null || frame.url().startsWith('chrome-extension:');
}

/**
 * Runs axe where it stands: its packaged driver opens a tab of its own for each look, which takes the front from the
 * page and most of the time. Evaluated as source, because the pages' own policies let no script in. Looks at all of it,
 * or at what `selector` finds. What a bar at the edge half covers is looked at again where it stands free.
 */
export async function axeFlaws(frame: Frame, selector = 'html'): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
  return frame.evaluate(
    async ([where, rules]) => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axe };
      const look = async (at: string) =>
        (await engine.run(at, { resultTypes: ['violations'], rules })).violations;
      const isTooSmall = async (at: string): Promise<boolean> => {
        document.querySelector(at)?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return (await look(at)).some(({ id }) => id === 'target-size');
      };
      const found: string[] = [];
      for (const { id, nodes } of await look(where)) {
        const kept: string[] = [];
        for (const { html, target } of nodes)
          if (id !== 'target-size' || (await isTooSmall(target.join(' ')))) kept.push(html);
        if (kept.length > 0) found.push(`${id} ${kept.join(' ')}`);
      }
      scrollTo(0, 0);
      return found;
    },
    [selector, RULES] as const,
  );
}
