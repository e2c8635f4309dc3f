import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import { openCommunity, type RealCommunity } from '../support/community';
import { openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { flaws } from './support/flaws';
import { DID } from './support/main-path';
import { chooseFor, sharePractice } from './support/shared-practice';

const TITLE = 'Te vroeg gedeeld';

let community: RealCommunity;

beforeAll(async () => {
  community = await openCommunity();
});

afterAll(async () => {
  await community?.close();
});

test('what was shared is withdrawn where it was written, shared again, and withdrawn from the popup', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  await extension.connectCommunity(world, community);
  const front = await openTab(context, community.origin);
  const draft = await sharePractice(world, front, community, { title: TITLE, did: DID });
  expect(await community.postsWith(TITLE)).toHaveLength(1);

  await draft.getByRole('button', { name: t('popup.withdraw'), exact: true }).click();
  const question = draft.getByRole('dialog', { name: t('popup.withdraw-title') });
  await question.getByRole('button', { name: t('ui.cancel') }).click();
  expect(await community.postsWith(TITLE), 'asking alone does nothing').toHaveLength(1);
  await draft.getByRole('button', { name: t('popup.withdraw'), exact: true }).click();
  expect(await flaws(draft)).toEqual([]);
  await question.getByRole('button', { name: t('popup.withdraw-action') }).click();
  const withdrawn = t('sidebar.state-withdrawn', { community: community.name });
  await draft.getByRole('heading', { name: withdrawn }).waitFor();
  expect(await community.postsWith(TITLE)).toHaveLength(0);
  expect(await draft.evaluate(() => document.activeElement?.textContent)).toBe(withdrawn);
  expect(await flaws(draft)).toEqual([]);

  await draft.getByRole('button', { name: t('popup.share-again') }).click();
  await until('the text', async () => (await draft.getByLabel(t('sidebar.field-did')).inputValue()) === DID);
  await extension.send(world, draft, community);
  await extension.arrived(world, draft, community);
  expect(await community.postsWith(TITLE)).toHaveLength(1);
  await draft.close();

  const popup = await openPopup(context, front);
  await chooseFor(popup, t, TITLE, 'popup.withdraw');
  await popup.click('button', t('popup.withdraw-action'));
  await until('the withdrawal', async () => (await community.postsWith(TITLE)).length === 0);
  const saidOf = async (): Promise<number> =>
    (await popup.names('StaticText')).filter((text) => text === t('popup.withdrawn')).length;
  await until('both as withdrawn', async () => (await saidOf()) === 2);
}, 240_000);
