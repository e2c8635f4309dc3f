import { browser } from 'wxt/browser';
import { MAX_TITLE_LENGTH } from '@/utils/activity/activity';
import { pointedLink } from '@/utils/activity/link';
import { fail, type Result } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';
import { diskCodeOf } from '@/utils/outbox/disk';
import type { DraftPage } from '@/utils/outbox/entry';
import { startOf } from '@/utils/practice/quotation';
import { type Pointed, startDraftAbout } from './drafts';
import { openComposer } from './open-composer';
import type { Services } from './services';

/** What the browser says of a tab in which the person called us: that lends us its title and address. */
export interface PointedTab {
  readonly id?: number | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** Begins a draft that the person asked for without a prompt, and opens it. A disk that refuses keeps nobody from writing. */
export async function sharePointed(services: Services, pointed: Pointed): Promise<void> {
  const draft = await services.db.patiently(startDraftAbout(services, pointed)).catch(refused);
  if (draft.ok) services.announce();
  await openComposer(draft.ok ? draft.value.id : '');
}

function refused(error: unknown): Result<never, Problem> {
  const code = diskCodeOf(error);
  if (code === null) throw error;
  return fail({ code });
}

/** The page in a tab, with the address of a link on it where that is what they pointed at; null where it is none of the web. */
export async function pageIn(
  tab: PointedTab | undefined,
  address: string | undefined,
): Promise<DraftPage | null> {
  const link = pointedLink(address ?? '');
  if (link === null) return null;
  const title = tab?.title ?? (await titleOf(tab?.id));
  return { title: startOf(title, MAX_TITLE_LENGTH), link };
}

/** Asked for where the event does not say: it may have been made before the click lent us the tab. */
async function titleOf(tabId: number | undefined): Promise<string> {
  if (!isTab(tabId)) return '';
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.title ?? '';
}

/** Whether it is a tab that can be asked: a click elsewhere, as in a panel of the browser's own, has an id that is none. */
export function isTab(tabId: number | undefined): tabId is number {
  return tabId !== undefined && tabId >= 0;
}
