import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { refusal } from '@/tests/connectors/mattermost/who-and-where';
import { type ChromiumWorld, openChromiumWorld } from '../support/chromium-world';
import { DELIVERED_WITHIN_MS } from '../support/extension-steps';
import { letHoursPass, letModeratorsLook } from '../support/hours-pass';
import { findPlatform, isConnected, openConnect, paste } from '../support/paste-steps';
import { sendPractice } from '../support/platform-sending';
import { type PlatformServer, servePlatform } from '../support/platform-server';
import { CHAT, FORUM, type OwnPlatform } from '../support/platforms';
import { openPopupTab } from '../support/tour-steps';

const DID = 'Zo vindt iedereen alles terug, ook wie later komt.';
const community = CHAT.title ?? '';

test('what a community refuses stays whole, with the reason and what to press', async () => {
  const world = await openChromiumWorld();
  const { t } = world;
  const server = await connected(world, CHAT);
  const send = (title: string) => sendPractice(world, targetOf(CHAT), { title, did: DID });

  server.refuse(refusal(400, 'plugin.message_will_be_posted.rejected', 'Geen namen van burgers.'));
  const words = await send('Namen in een titel');
  await waits(words, t('parked.refused', { community, detail: 'Geen namen van burgers.' }));
  await words.getByRole('button', { name: t('sidebar.edit') }).waitFor();
  await words.close();

  server.refuse(refusal(400, 'model.post.is_valid.message_length.app_error')); // less than it said it takes
  const tooLong = await send('Een lang verhaal');
  await waits(tooLong, t('parked.too-long', { community }));
  await tooLong.close();

  server.refuse(refusal(400, 'api.post.create_post.can_not_post_to_deleted.error'));
  const gone = await send('Naar een oude plaats');
  await waits(gone, t('parked.gone', { community }));
  await gone.getByRole('button', { name: t('sidebar.elsewhere') }).click();
  await gone.getByLabel(t('sidebar.place'), { exact: true }).waitFor();
  expect(await gone.getByLabel(t('sidebar.field-did')).inputValue()).toBe(DID);
  await gone.close();

  server.refuse(refusal(403, 'api.context.permissions.app_error'));
  const closed = await send('Voor een gesloten groep');
  await waits(closed, t('parked.forbidden', { community }));
  expect(server.fake.posts()).toEqual([]);
  server.refuse(null); // the administrator let them in
  await closed.getByRole('button', { name: t('sidebar.retry') }).click();
  await closed.getByText(t('sidebar.state-delivered-text')).waitFor({ timeout: DELIVERED_WITHIN_MS });
  expect(server.fake.posts()).toHaveLength(1);
});

test('what a moderator holds is followed up, and its receipt comes later', async () => {
  const world = await openChromiumWorld();
  const { t, context } = world;
  const server = await connected(world, FORUM);
  const moderation = server.fake.moderation ?? { holds: false, publish: () => undefined };
  moderation.holds = true;
  await letHoursPass(context); // what it took to connect counts, too
  const target = targetOf(FORUM);
  const page = await sendPractice(world, target, { title: 'Dossiers per onderwerp', did: DID });
  await page
    .getByText(t('sidebar.state-held-text', { community: target.community }))
    .waitFor({ timeout: DELIVERED_WITHIN_MS });
  await page.close();

  moderation.publish();
  await letModeratorsLook(context);
  const popup = await openPopupTab(world);
  const arrived = popup.getByRole('region', { name: t('popup.arrived') });
  await arrived.getByText('Dossiers per onderwerp').waitFor({ timeout: DELIVERED_WITHIN_MS });
  expect(server.fake.posts()).toHaveLength(1);
});

async function connected(world: ChromiumWorld, platform: OwnPlatform): Promise<PlatformServer> {
  const server = await servePlatform(platform.specimen);
  const options = await openConnect(world);
  await findPlatform(options, world.t, platform, server);
  await paste(options, world.t, platform);
  await isConnected(options, world.t);
  await options.close();
  return server;
}

/** The entry says why, and still holds all that was written. */
async function waits(page: Page, reason: string): Promise<void> {
  await page.getByText(reason).waitFor({ timeout: DELIVERED_WITHIN_MS });
  await page.getByText(DID).waitFor();
}

function targetOf({ title, place }: OwnPlatform) {
  return { community: title ?? '', place };
}
