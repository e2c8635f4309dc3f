import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { writtenPractice } from '../support/firefox-path';
import * as extension from '../support/firefox-steps';
import { openFirefoxWorld, openTab } from '../support/firefox-world';
import { DID, LOST_ANSWER_WITHIN_MS, SAVED_WITHIN_MS } from '../support/main-path';
import { useServers } from '../support/servers';

/** A Send from a frame can be taken back for ten seconds; the rest is for slow machines. */
const RESTS_AT_MOST_MS = 30_000;

const servers = useServers();

test('a background that is killed while the community holds back its answer delivers the practice once', async () => {
  const world = await openFirefoxWorld();
  await writtenPractice(world, servers, 'praxis:gedood', 'Onderweg gestopt');
  const release = servers.community.hold();
  try {
    await extension.send(world, servers.community);
    await extension.reads(world, world.t('sidebar.state-sending'), RESTS_AT_MOST_MS);
    await world.stopBackground();
  } finally {
    release();
  }
  await extension.arrived(world, servers.community, LOST_ANSWER_WITHIN_MS);
  expect(await servers.community.postsWith('Onderweg gestopt')).toHaveLength(1);
}, 240_000);

test('a community that is down keeps nobody from sending; it has the practice once, within a minute of its return', async () => {
  const world = await openFirefoxWorld();
  await writtenPractice(world, servers, 'praxis:onbereikbaar', 'Zonder verbinding');
  await servers.community.stop();
  try {
    await extension.send(world, servers.community);
    await extension.reads(world, world.t('sidebar.state-uncertain'), RESTS_AT_MOST_MS);
  } finally {
    await servers.community.start();
  }
  await extension.arrived(world, servers.community);
  expect(await servers.community.postsWith('Zonder verbinding')).toHaveLength(1);
}, 240_000);

test('a tab that is closed while someone types: the draft is back, to the last letter', async () => {
  const world = await openFirefoxWorld();
  const page = await writtenPractice(world, servers, 'praxis:gesloten', 'Half geschreven');
  await wait(SAVED_WITHIN_MS);
  await page.close();
  await openTab(world, servers.wiki.url);
  await world.openPopup();
  await world.screen.click('button', world.t('popup.draft-open-label', { title: 'Half geschreven' }));
  const draft = await world.opened('sidebar.html');
  const written = () =>
    draft.$$eval('input, textarea', (fields) =>
      fields.map((field) => (field as HTMLInputElement | HTMLTextAreaElement).value),
    );
  await until('the text', async () => (await written()).includes(DID));
  expect(await written()).toContain('Half geschreven');
});
