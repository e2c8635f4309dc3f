import { browser } from 'wxt/browser';
import { SECOND_MS } from '@/utils/kernel/clock';
import { wishAgainst } from '@/utils/prompting/decide';
import { PATIENCE_MS } from '@/utils/prompting/policy';
import type { Prompt, Reason } from '@/utils/prompting/prompt';
import { originOf } from '@/utils/settings/policy';
import { readChoices } from './choices';
import { keep } from './keep';
import type { Services } from './services';

const LOOK_AGAIN_MS = SECOND_MS / 4;
const IN_PAGE_SCRIPT = '/in-page.js';

/**
 * Puts the in-page script into the prompt's tab as soon as a page of the same site stands there. A page that is on its
 * way gets PATIENCE_MS; a tab that is gone, or on another site, sends the prompt to "kept". So does a page that nobody may
 * be asked on, and whatever else the person chose since it was decided.
 */
export async function placePrompt(services: Services, prompt: Prompt): Promise<void> {
  const until = services.clock() + PATIENCE_MS;
  while (services.clock() < until) {
    const tab = await browser.tabs.get(prompt.tabId).catch(() => undefined);
    if (tab === undefined) break;
    const { status, url = '' } = tab;
    if (status === 'complete' && originOf(url) === prompt.activity.site) {
      const wish = await wishAgainstPlacing(services, prompt, url);
      if (wish !== null) return keep(services, prompt.id, wish);
      if (await inject(prompt.tabId)) return;
    }
    await new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS));
  }
  await keep(services, prompt.id, 'page-gone');
}

/** Who goes on with a draft is asked nothing. */
async function wishAgainstPlacing(
  services: Services,
  { activity, state }: Prompt,
  page: string,
): Promise<Reason | null> {
  if (state !== 'due') return null;
  return wishAgainst(await readChoices(services), { activity, pages: [page] }, services.clock());
}

async function inject(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [IN_PAGE_SCRIPT] });
    return true;
  } catch {
    return false; // the page changed under us, or is one that no script may enter: look again
  }
}
