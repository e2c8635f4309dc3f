import type { Page } from 'playwright-core';
import { openPopup } from '@/scripts/browsers/popup';
import type { Surface } from '@/scripts/browsers/surface';
import type { RealCommunity } from '@/tests/support/community';
import type { Text } from '@/utils/language';
import { type ChromiumWorld, openedBy } from './chromium-world';
import * as extension from './extension-steps';

/** Writes a practice from the popup over `front` and waits until it has arrived; answers the window of its writing. */
export async function sharePractice(
  world: ChromiumWorld,
  front: Page,
  community: RealCommunity,
  written: extension.Written,
): Promise<Page> {
  const popup = await openPopup(world.context, front);
  const draft = await openedBy(world.context, () => popup.click('button', world.t('popup.write')));
  await extension.write(world, draft, written);
  await extension.send(world, draft, community);
  await extension.arrived(world, draft, community);
  return draft;
}

/** Presses what the popup offers for a practice that arrived, behind its "more". */
export async function chooseFor(
  popup: Surface,
  t: Text,
  title: string,
  action: 'popup.correct' | 'popup.withdraw',
): Promise<void> {
  const label = (words: string): string => t('popup.row-label', { action: words, title });
  await popup.click('button', label(t('popup.more')));
  await popup.click('button', label(t(action)));
}
