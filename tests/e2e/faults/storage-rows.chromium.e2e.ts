import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { openedBy } from '../support/chromium-world';
import { aPersonsDisk } from '../support/persons-disk';
import { besideTheExtension, makeVersion, putRaw, readRaw } from '../support/raw-database';
import { badge, DID, opened, TITLE, writeDraft } from '../support/storage-steps';

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
