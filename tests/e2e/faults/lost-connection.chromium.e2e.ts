import { expect, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { stopWorker } from '@/scripts/browsers/worker';
import { writtenPractice } from '../support/chromium-path';
import { openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { DID, LOST_ANSWER_WITHIN_MS, SAVED_WITHIN_MS } from '../support/main-path';
import { useServers } from '../support/servers';

const servers = useServers();

test('a worker that is killed while the community holds back its answer delivers the practice once', async () => {
  const world = await openChromiumWorld();
  const { sidebar } = await writtenPractice(world, servers, 'praxis:gedood', 'Onderweg gestopt');
  const release = servers.community.hold();
  try {
    await extension.send(world, sidebar, servers.community);
    await sidebar.getByText(world.t('sidebar.state-sending')).waitFor();
    await stopWorker(world.context);
  } finally {
    release();
  }
  await extension.arrived(world, sidebar, servers.community, LOST_ANSWER_WITHIN_MS);
  expect(await servers.community.postsWith('Onderweg gestopt')).toHaveLength(1);
}, 240_000);

test('a community that is down keeps nobody from sending; it has the practice once, within a minute of its return', async () => {
  const world = await openChromiumWorld();
  const { sidebar } = await writtenPractice(world, servers, 'praxis:onbereikbaar', 'Zonder verbinding');
  await servers.community.stop();
  try {
    await extension.send(world, sidebar, servers.community);
    await sidebar.getByText(world.t('sidebar.state-uncertain')).waitFor();
  } finally {
    await servers.community.start();
  }
  await extension.arrived(world, sidebar, servers.community);
  expect(await servers.community.postsWith('Zonder verbinding')).toHaveLength(1);
}, 240_000);

test('a tab that is closed while someone types: the draft is back, to the last letter', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const { page } = await writtenPractice(world, servers, 'praxis:gesloten', 'Half geschreven');
  await page.waitForTimeout(SAVED_WITHIN_MS);
  await page.close();
  const other = await openTab(context, servers.wiki.url);
  const popup = await openPopup(context, other);
  const goOn = t('popup.draft-open-label', { title: 'Half geschreven' });
  const draft = await openedBy(context, () => popup.click('button', goOn));
  expect(await draft.getByLabel(t('sidebar.field-title')).inputValue()).toBe('Half geschreven');
  expect(await draft.getByLabel(t('sidebar.field-did')).inputValue()).toBe(DID);
});
