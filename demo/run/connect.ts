import type { BrowserContext, Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import { settleColleagues } from './colleagues';
import { earlierWork } from './earlier-work';
import { askFrom } from './extension-page';
import type { Stage } from './stage';

const PATIENCE_MS = 20_000;

/** Does what a person does first: join by the invitation, sign in from the options page, allow the site in the popup. */
export async function connect(context: BrowserContext, stage: Stage): Promise<void> {
  await joinCommunity(await context.newPage(), stage);
  await settleColleagues(stage).catch(() => undefined); // then nobody else wrote yet, and the next start tries again
  const options = await context.newPage();
  await options.goto(extensionUrl('options.html'));
  if (!(await isConnected(options, stage))) await signIn(context, options, stage);
  if (!(await isAllowed(options, stage))) {
    await askFrom(options, 'data:import', { json: earlierWork(Date.now()) }); // a newcomer is asked nothing for days
    await allowSite(context, options, stage);
  }
  await options.close();
  stage.progress.connected = true;
}

async function joinCommunity(page: Page, { t, servers, folder }: Stage): Promise<void> {
  const { member } = folder;
  const invitation = folder.invitation();
  if (!member.joined && invitation !== undefined) {
    await page.goto(invitation);
    await page.getByRole('link', { name: t('server.become-member') }).click();
    await page.getByLabel(t('server.display-name')).fill(member.displayName);
    await page.getByLabel(t('server.handle')).fill(member.handle);
    await page.getByLabel(t('server.password')).fill(member.password);
    await page.getByRole('button', { name: t('server.join') }).click();
    await page.waitForURL(`${servers.community}/welcome`, { timeout: PATIENCE_MS });
    folder.remember({ member: { ...member, joined: true } });
  } else {
    await page.goto(servers.community);
    if (new URL(page.url()).pathname === '/sign-in') {
      await page.getByLabel(t('server.handle')).fill(member.handle);
      await page.getByLabel(t('server.password')).fill(member.password);
      await page.getByRole('button', { name: t('server.sign-in') }).click();
      await page.waitForURL(`${servers.community}/`, { timeout: PATIENCE_MS });
    }
  }
  await page.close();
}

async function isConnected(options: Page, { servers }: Stage): Promise<boolean> {
  const { communities } = await askFrom(options, 'settings:read', {});
  return communities.some(({ origin, signedOut }) => origin === servers.community && !signedOut);
}

async function isAllowed(options: Page, { servers }: Stage): Promise<boolean> {
  const { sites } = await askFrom(options, 'settings:read', {});
  return sites.some(({ origin, granted }) => origin === servers.intranet && granted);
}

/** The sign-in window is an ordinary page of the browser; the member is signed in there already and only consents. */
async function signIn(context: BrowserContext, options: Page, stage: Stage): Promise<void> {
  const { t, servers } = stage;
  const consents = context.waitForEvent('page', { timeout: PATIENCE_MS });
  await options.getByLabel(t('options.address')).fill(servers.community);
  await options.getByRole('button', { name: t('options.connect-action') }).click();
  const consent = await consents;
  await consent.getByRole('button', { name: t('server.allow') }).click();
  await until(t('options.connected'), () => isConnected(options, stage), PATIENCE_MS);
}

async function allowSite(context: BrowserContext, options: Page, stage: Stage): Promise<void> {
  const { t, servers } = stage;
  const site = await context.newPage();
  await site.goto(servers.intranet);
  await site.bringToFront();
  const popup = await openPopup(context, site);
  await popup.click('button', t('popup.allow'));
  await until(t('popup.allowed'), () => isAllowed(options, stage), PATIENCE_MS);
  await site.close();
}
