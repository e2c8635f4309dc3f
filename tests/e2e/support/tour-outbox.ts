import type { Page } from 'playwright-core';
import { describeUntil } from '@/components/hooks/times';
import { until } from '@/scripts/browsers/until';
import { holdWorker } from '@/scripts/browsers/worker';
import type { DraftView, SavedView } from '@/utils/messaging/views';
import { openTab } from './chromium-world';
import * as extension from './extension-steps';
import { PRACTICES } from './practice-texts';
import type { Tour } from './tour';
import { startWriting } from './tour-steps';

/** Writes one draft in two windows: both texts are kept. */
export async function twoWindows({ world, look }: Tour): Promise<void> {
  const { context, t, language } = world;
  const { noted, scans, scansDid } = PRACTICES[language];
  const sidebar = await startWriting(world);
  await extension.write(world, sidebar, { title: scans, did: scansDid });
  await sidebar.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  const other = await openTab(context, sidebar.url());
  await other.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  // A window that has nothing unsaved shows within a second what another saved: here both are typed in before.
  await holdWorker(context, async () => {
    await other.getByLabel(t('sidebar.field-tip')).fill(noted);
    await sidebar.getByLabel(t('sidebar.field-why')).fill(noted);
  });
  await sidebar.getByText(t('sidebar.conflict')).waitFor();
  await other.close();
  await sidebar.bringToFront();
  await look('sidebar-conflict', sidebar);
  await sidebar.close();
}

/** Deletes what waits, sees the way back, and takes it. */
export async function deleting({ world: { t }, look }: Tour, popup: Page): Promise<void> {
  const discard = popup.getByRole('button', { name: t('popup.discard') }).first();
  const label = (await discard.getAttribute('aria-label')) ?? '';
  await discard.click();
  await popup.getByRole('dialog').waitFor();
  await look('popup-discard', popup);
  await popup.getByRole('button', { name: t('popup.discard-action') }).click();
  // What was deleted before can still be taken back too: each button names its own.
  const name = label.replace(t('popup.discard'), t('popup.undo-discard'));
  const undo = popup.getByRole('button', { name, exact: true });
  await undo.waitFor();
  await look('popup-discarded', popup);
  await undo.click();
  await undo.waitFor({ state: 'detached' });
}

/** Many posts wait, and the community asked to come back later. */
export async function longDelivery(
  { world: { t, language }, community, look }: Tour,
  popup: Page,
): Promise<void> {
  const { scans, scansDid } = PRACTICES[language];
  await queueMany(popup, { title: scans, did: scansDid });
  const bar = popup.getByRole('progressbar', { name: t('popup.how-far') });
  const later = Date.now() + 20 * 60_000;
  const when = describeUntil(later, Date.now(), language);
  const asked = popup.getByText(t('popup.story-asked', { community: community.name, when }));
  await until('the community to be waited for', async () => {
    await askToWait(popup, later); // a try that ends now writes its own
    await popup.reload();
    await bar.waitFor();
    return (await asked.count()) > 0;
  });
  await look('popup-drain', popup);
  await askToWait(popup, 0);
}

interface Asking {
  readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<{ value: unknown }> } };
}

/** Sends as the composer does, without its page. */
async function queueMany(popup: Page, { title, did }: { title: string; did: string }): Promise<void> {
  const ask = async <Value>(name: string, request: object): Promise<Value> =>
    popup.evaluate(
      async (message) =>
        (await (globalThis as unknown as Asking).chrome.runtime.sendMessage(message)).value as Value,
      { name, request },
    );
  for (let n = 1; n <= 7; n += 1) {
    const { draftId } = await ask<{ draftId: string }>('draft:new', {});
    const { draft, communities } = await ask<DraftView>('draft:open', { draftId });
    const communityId = communities[0]?.id ?? null;
    const practice = { ...draft.practice, title: `${title} (${n})`, did };
    const change = { draftId, revision: 0, practice, communityId };
    const { revision, preview } = await ask<SavedView>('draft:save', change);
    const where = { communityId, placeId: null, audience: 'members' };
    await ask('draft:send', { draftId, revision, text: preview.text, ...where });
  }
}

/** What the answer "not before then" leaves on disk; 0 takes it away. */
function askToWait(popup: Page, until: number): Promise<void> {
  return popup.evaluate(
    (asked) =>
      new Promise<void>((settle, fail) => {
        const opening = indexedDB.open('deelgenoot');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const tables = opening.result.transaction(['communities', 'paces'], 'readwrite');
          const ids = tables.objectStore('communities').getAllKeys();
          ids.onsuccess = () => {
            const [communityId] = ids.result;
            const paces = tables.objectStore('paces');
            if (asked === 0) paces.clear();
            else paces.put({ communityId, failures: 1, until: asked, asked });
          };
          tables.oncomplete = () => {
            opening.result.close();
            settle();
          };
        };
      }),
    until,
  );
}
