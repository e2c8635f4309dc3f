import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { EXTENSION_ID, extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { type ChromiumWorld, openedBy, openTab } from './support/chromium-world';
import { aPersonsDisk, block, garble } from './support/persons-disk';
import { besideTheExtension, makeVersion, putRaw, readRaw } from './support/raw-database';

const TITLE = 'Mails bij het dossier';
const DID = 'Ik sleep elke beslissing naar de map.';

const opened = ({ context }: ChromiumWorld, page: string): Promise<Page> =>
  openTab(context, extensionUrl(page));

/** Writes a draft and waits until it is on disk. */
async function writeDraft(world: ChromiumWorld, title = TITLE): Promise<Page> {
  const { t } = world;
  const composer = await opened(world, 'sidebar.html?draft=');
  await composer.getByLabel(t('sidebar.field-title')).fill(title);
  await composer.getByLabel(t('sidebar.field-did')).fill(DID);
  await composer.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  return composer;
}

const badge = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );

const textOf = (page: Page): Promise<string> => page.locator('body').innerText();

test('a store that cannot be opened: every page says so, one can write, and all is back when the disk is', async () => {
  const disk = await aPersonsDisk();
  await disk.run(async (world) => {
    await writeDraft(world);
  });
  const repair = block(disk.store);
  await disk.run(async (world) => {
    const { t, context } = world;
    for (const page of ['popup.html', 'options.html', 'welcome.html', 'sidebar.html?draft=any']) {
      const shown = await opened(world, page);
      await shown.getByText(t('errors.storage-broken')).waitFor();
      await shown.close();
    }
    const popup = await opened(world, 'popup.html');
    expect(await badge(popup)).toBe('!');
    const writing = await openedBy(context, () =>
      popup.getByRole('button', { name: t('popup.write-unsaved') }).click(),
    );
    await writing.getByText(t('sidebar.unsaved')).waitFor();
    await writing.getByLabel(t('sidebar.field-did')).fill('Getypt zonder schijf.');
    const download = writing.waitForEvent('download');
    await writing.getByRole('button', { name: t('sidebar.download') }).click();
    await download;
    repair();
    await writing.getByText(t('sidebar.saved'), { exact: true }).waitFor();
    expect(await writing.getByLabel(t('sidebar.field-did')).inputValue()).toBe('Getypt zonder schijf.');
    await popup.reload();
    await popup.getByText(TITLE).waitFor();
    await until('a calm badge', async () => (await badge(popup)) === '', 90_000);
    const { rows } = await readRaw(await besideTheExtension(context), 'drafts');
    expect(rows).toHaveLength(2);
    expect(world.console.filter((line) => line.includes('Uncaught'))).toEqual([]);
  });
}, 240_000);

test('files that are garbage: the browser begins anew without a word, so we say it', async () => {
  const disk = await aPersonsDisk();
  await disk.run(async (world) => {
    await writeDraft(world);
  });
  garble(disk.store);
  await disk.run(async (world) => {
    const { t } = world;
    const popup = await opened(world, 'popup.html');
    await popup
      .getByRole('alert')
      .getByText(t('popup.lost', { when: '' }).slice(0, 60))
      .waitFor();
    expect(await badge(popup)).toBe('!');
    expect(await textOf(popup)).not.toContain(TITLE);
    await writeDraft(world, 'Opnieuw begonnen');
    await popup.bringToFront();
    await popup.getByRole('button', { name: t('popup.lost-read') }).click();
    await popup.getByRole('alert').waitFor({ state: 'detached' });
    expect(await badge(popup)).toBe('');
  });
}, 240_000);

test('a database of a newer version is refused politely, and left as it is', async () => {
  const disk = await aPersonsDisk();
  await disk.run(async (world) => {
    const { t, context } = world;
    const composer = await writeDraft(world);
    const beside = await besideTheExtension(context);
    await makeVersion(beside, 9_990);
    const before = await readRaw(beside, 'drafts');
    expect(before).toMatchObject({ version: 9_990, rows: [{ practice: { title: TITLE } }] });
    await composer.bringToFront();
    await composer.getByLabel(t('sidebar.field-tip')).fill('Nog iets.');
    await composer.getByText(t('errors.storage-newer')).waitFor();
    await composer.getByText(t('sidebar.not-saved'), { exact: true }).waitFor();
    const popup = await opened(world, 'popup.html');
    await popup.getByText(t('errors.storage-newer')).waitFor();
    expect(await readRaw(beside, 'drafts')).toEqual(before);
  });
  await disk.run(async (world) => {
    const popup = await opened(world, 'popup.html');
    await popup.getByText(world.t('errors.storage-newer')).waitFor();
    const left = await readRaw(await besideTheExtension(world.context), 'drafts');
    expect(left).toMatchObject({ version: 9_990, rows: [{ practice: { title: TITLE } }] });
  });
}, 240_000);

/** Tables and keys of version 1. */
const VERSION_1 = {
  ...{
    drafts: 'id',
    entries: 'id',
    receipts: 'entryId',
    paces: 'communityId',
    quarantine: 'id',
    communities: 'id',
  },
  ...{ tokens: 'communityId', prompts: 'id', settings: 'version', sites: 'origin' },
};
const practice = { title: TITLE, did: DID, why: '', tip: '', topics: [], link: null, language: 'nl' };
const oldDraft = { id: 'old', reference: 'DG-ABCD-EFGH', practice, activityId: null, revision: 0 };

test('a database of version 1 with garbage in it comes along; the garbage is put aside and shown', async () => {
  const disk = await aPersonsDisk();
  await disk.run(async ({ context }) => {
    const beside = await besideTheExtension(context);
    await makeVersion(beside, 10, VERSION_1);
    await putRaw(beside, 'drafts', [
      { ...oldDraft, createdAt: 1, updatedAt: 1 },
      { id: 'odd', practice: { title: 'Half kapot', did: 'Dit is nog te lezen.' } },
    ]);
    await putRaw(beside, 'entries', [{ id: 'zombie', state: 'zombie', text: 'Een bericht zonder staat' }]);
    await putRaw(beside, 'communities', [{ id: 'x' }]);
  });
  await disk.run(async (world) => {
    const { t, context } = world;
    const popup = await opened(world, 'popup.html');
    await popup.getByText(t('popup.aside')).waitFor();
    await popup.getByText(TITLE).waitFor();
    expect(await badge(popup)).toBe('3');
    const options = await openedBy(context, () =>
      popup.getByRole('button', { name: t('popup.aside-look') }).click(),
    );
    const aside = options.getByRole('region', { name: t('options.aside') });
    await aside.getByText('Half kapot').waitFor();
    await aside.getByText(t('options.aside-text')).first().click();
    await until('a calm badge', async () => (await badge(popup)) === '');
    const download = options.waitForEvent('download');
    await aside.getByRole('button', { name: t('options.aside-export') }).click();
    expect((await download).suggestedFilename()).toMatch(/^deelgenoot-opzij-.*\.json$/);
    await aside.getByRole('button', { name: t('options.aside-remove') }).click();
    await options.getByRole('button', { name: t('options.aside-remove-action') }).click();
    await aside.waitFor({ state: 'detached' });
  });
}, 240_000);

test('a full disk: not saved is said, the text stays, Send sends nothing, and all goes on once there is room', async () => {
  const disk = await aPersonsDisk({ limited: true });
  await disk.run(async () => undefined);
  // In a run of its own, before anything is written: the browser trusts for a while in the room that it found last.
  await disk.run(async (world) => {
    const { t, context } = world;
    const beside = await besideTheExtension(context);
    const browser = await context.newCDPSession(beside);
    const origin = `chrome-extension://${EXTENSION_ID}`;
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    const composer = await writeDraft(world);
    const more = randomBytes(750_000).toString('base64'); // the browser compresses what repeats itself
    await composer.getByLabel(t('sidebar.field-why')).fill(more);
    await composer.getByText(t('errors.storage-full')).first().waitFor();
    await composer.getByText(t('sidebar.not-saved'), { exact: true }).waitFor();
    await composer.getByRole('button', { name: t('sidebar.send-later') }).click();
    await composer.getByText(t('sidebar.not-saved'), { exact: true }).waitFor();
    expect(await composer.getByLabel(t('sidebar.field-why')).inputValue()).toBe(more);
    expect((await readRaw(beside, 'entries')).rows).toEqual([]);
    expect((await readRaw(beside, 'drafts')).rows).toMatchObject([{ practice: { title: TITLE, why: '' } }]);
    await composer.bringToFront();
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await composer.getByText(t('sidebar.saved'), { exact: true }).waitFor();
    await composer.getByRole('button', { name: t('sidebar.send-later') }).click();
    await composer.getByText(t('sidebar.state-parked')).waitFor();
    expect((await readRaw(beside, 'entries')).rows).toMatchObject([{ practice: { why: more } }]);
  });
}, 240_000);
