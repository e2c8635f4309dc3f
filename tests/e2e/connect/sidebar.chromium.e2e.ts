import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RealCommunity } from '@/tests/support/community';
import { writtenPractice } from '../support/chromium-path';
import { type ChromiumWorld, openChromiumWorld } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { letHoursPass } from '../support/hours-pass';
import { useServers } from '../support/servers';
import { openPopupTab } from '../support/tour-steps';

const TITLE = 'Mappen per zaak';
const COLLEAGUE = { displayName: 'Bram Claes', handle: 'bram', password: 'een-lang-genoeg-wachtwoord' };
/** Text, whatever it looks like. */
const REPLY = 'Dat doen wij ook zo. <img src=x onerror=alert(1)>';

const servers = useServers();

test('the sidebar that stands on a page tells what came back, and so does the popup', async () => {
  const { community } = servers;
  await community.join(COLLEAGUE);
  const world = await openChromiumWorld();
  const { page, sidebar } = await writtenPractice(world, servers, 'praxis:mappen', TITLE);
  await extension.send(world, sidebar, community);
  await extension.arrived(world, sidebar, community);
  await colleagueAnswers(community);
  await letHoursPass(world.context);

  const popup = await openPopupTab(world);
  await popupTells(world, popup, community);
  await page.bringToFront();
  await sidebarTells(world, sidebar, community);
});

async function colleagueAnswers(community: RealCommunity): Promise<void> {
  const [post] = await community.postsWith(TITLE);
  const headers = { authorization: `Bearer ${await community.tokenOf(COLLEAGUE)}` };
  const ask = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${community.origin}/api/v1/statuses${path}`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
  };
  await ask('', { status: REPLY, in_reply_to_id: post?.id ?? '' });
  await ask(`/${post?.id}/favourite`, {});
}

async function popupTells({ t }: ChromiumWorld, popup: Page, { origin }: RealCommunity): Promise<void> {
  const news = popup.getByRole('region', { name: t('shared.news') });
  await news.getByText(t('shared.news-thanks', { count: 1, title: TITLE })).waitFor();
  const author = COLLEAGUE.displayName;
  await news.getByText(t('shared.news-answer', { author, title: TITLE })).waitFor();
  await shows(news, t('shared.reply-text', { author }), t('shared.reply-open'), origin);
}

async function sidebarTells({ t }: ChromiumWorld, sidebar: Frame, { origin }: RealCommunity): Promise<void> {
  const said = sidebar.getByRole('region', { name: t('shared.said') });
  await said.getByText(t('shared.thanks', { count: 1 })).waitFor();
  const author = COLLEAGUE.displayName;
  await said.getByText(author, { exact: true }).waitFor();
  await shows(said, t('shared.reply-text', { author }), t('shared.reply-open'), origin);
}

async function shows(
  region: ReturnType<Page['getByRole']>,
  name: string,
  link: string,
  origin: string,
): Promise<void> {
  expect(await region.getByRole('group', { name }).textContent()).toBe(REPLY);
  expect(await region.locator('img').count()).toBe(0);
  const href = await region.getByRole('link', { name: link }).getAttribute('href');
  expect(href?.startsWith(`${origin}/@${COLLEAGUE.handle}/`)).toBe(true);
}
