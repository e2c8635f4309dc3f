import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { EXTENSION_ID } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { openedBy } from '../support/chromium-world';
import { aPersonsDisk, block, cutShort, garble } from '../support/persons-disk';
import { besideTheExtension, readRaw } from '../support/raw-database';
import { badge, opened, TITLE, writeDraft } from '../support/storage-steps';

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
    expect(await popup.locator('body').innerText()).not.toContain(TITLE);
    await writeDraft(world, 'Opnieuw begonnen');
    await popup.bringToFront();
    await popup.getByRole('button', { name: t('popup.lost-read') }).click();
    await popup.getByRole('alert').waitFor({ state: 'detached' });
    expect(await badge(popup)).toBe('');
  });
}, 240_000);

test('a last record that was cut short costs nothing: neither at the next start, nor at the one after', async () => {
  const disk = await aPersonsDisk();
  await disk.run(async (world) => {
    await writeDraft(world, 'Van voordien');
  });
  cutShort(disk.store);
  await disk.run(async (world) => {
    const popup = await opened(world, 'popup.html');
    await popup.getByText('Van voordien').waitFor();
    await writeDraft(world, 'Van erna');
  });
  await disk.run(async (world) => {
    const popup = await opened(world, 'popup.html');
    await popup.getByText('Van erna').waitFor();
    await popup.getByText('Van voordien').waitFor();
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
    // The browser compresses what repeats itself; without digits, nothing in it looks like somebody's number.
    const more = randomBytes(750_000).toString('base64').replace(/\d/g, 'x');
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
