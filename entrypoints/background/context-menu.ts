import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { sessionValue } from '@/utils/platform/session';
import type { Services } from './services';
import { pageIn, sharePointed } from './share-pointed';
import { unattended } from './unattended';

const SHARE = 'share';

/** What the menu says now: browsers keep menus longer than workers, and tell nobody what is in them. */
const shown = sessionValue('menu', z.string(), '');
let turn: Promise<unknown> = Promise.resolve();

/** Offers to share a page, a link or selected text in the browser's own menu, in the language that the person reads. */
export function offerInMenu(services: Services): void {
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === SHARE) unattended(share(services, clicked, tab));
  });
  browser.storage.local.onChanged.addListener(({ language }) => {
    if (language !== undefined) unattended(nameMenu(services));
  });
  unattended(nameMenu(services));
}

type Clicked = Pick<Browser.contextMenus.OnClickData, 'linkUrl' | 'pageUrl' | 'selectionText'>;

async function share(
  services: Services,
  { linkUrl, pageUrl, selectionText = '' }: Clicked,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  await sharePointed(services, { page: await pageIn(tab, linkUrl ?? pageUrl), selected: selectionText });
}

/** One after another: two at once would make the same item twice. */
export function nameMenu(services: Services): Promise<void> {
  const named = turn.then(() => makeMenu(services));
  turn = named.catch(() => undefined);
  return named;
}

async function makeMenu(services: Services): Promise<void> {
  const title = (await services.words()).t('menu.share');
  if ((await shown.read()) === title) return;
  await browser.contextMenus.removeAll(); // renaming one that is not there fails in one browser and not in the other
  await new Promise<void>((made) =>
    browser.contextMenus.create({ id: SHARE, title, contexts: ['page', 'frame', 'selection', 'link'] }, made),
  );
  await shown.change(() => title);
}
