import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type ChromiumWorld, openChromiumWorld } from '../support/chromium-world';
import { DELIVERED_WITHIN_MS } from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { letHoursPass } from '../support/hours-pass';
import { findPlatform, isConnected, openConnect, paste } from '../support/paste-steps';
import { sendConclusion, sendPractice, type Target } from '../support/platform-sending';
import { type PlatformServer, servePlatform } from '../support/platform-server';
import { CHAT, type OwnPlatform, type OwnStream, PAGES, ROOM, STREAMS } from '../support/platforms';
import { openPopupTab } from '../support/tour-steps';

const DID = 'Ik maakte voor elke zaak een map.';
const AGREED = 'Elke zaak krijgt een map.';
/** Text, whatever it looks like. */
const REPLY = 'Dat doen wij ook zo. <img src=x onerror=alert(1)>';

test('each platform is connected as people do, gets what they send once, and tells what came back', async () => {
  const world = await openChromiumWorld();
  const servers = await connectAll(world, [...STREAMS, ...PAGES]);
  await letHoursPass(world.context); // what it took to connect counts among the requests of its minute
  const sent = new Map<OwnStream, Page>();
  for (const stream of STREAMS)
    sent.set(stream, await practiceArrives(world, stream, serverOf(servers, stream)));
  for (const stream of STREAMS) colleagueAnswers(serverOf(servers, stream));
  await letHoursPass(world.context);
  await popupTells(world);
  for (const [stream, page] of sent) await sidebarTells(world, page, stream);
  const told = sent.get(CHAT);
  expect(told && (await flaws(told))).toEqual([]);
  for (const page of sent.values()) await page.close();
  for (const wiki of PAGES) await conclusionArrives(world, wiki, serverOf(servers, wiki));
}, 240_000);

/** Gives the window that it was written in, which stands. */
async function practiceArrives(world: ChromiumWorld, stream: OwnStream, server: PlatformServer) {
  const page = await sendPractice(world, targetOf(stream, server), { title: titleAt(stream), did: DID });
  await arrives(world, page, server, DID);
  return page;
}

async function conclusionArrives(world: ChromiumWorld, wiki: OwnPlatform, server: PlatformServer) {
  const practice = { title: titleAt(wiki), did: AGREED };
  const page = await sendConclusion(world, targetOf(wiki, server), titleAt(ROOM), practice);
  await arrives(world, page, server, AGREED);
  await page.close();
}

async function arrives({ t }: ChromiumWorld, page: Page, { fake }: PlatformServer, text: string) {
  await page.getByText(t('sidebar.state-delivered-text')).waitFor({ timeout: DELIVERED_WITHIN_MS });
  expect(fake.posts().filter((post) => post.text.includes(text))).toHaveLength(1);
}

function titleAt({ specimen }: OwnPlatform): string {
  return `Mappen op ${specimen.platform.title}`;
}

async function connectAll(
  world: ChromiumWorld,
  platforms: readonly OwnPlatform[],
): Promise<ReadonlyMap<OwnPlatform, PlatformServer>> {
  const servers = new Map<OwnPlatform, PlatformServer>();
  const options = await openConnect(world);
  for (const platform of platforms) {
    const server = await servePlatform(platform.specimen);
    servers.set(platform, server);
    await findPlatform(options, world.t, platform, server);
    await paste(options, world.t, platform);
    await isConnected(options, world.t);
  }
  await options.close();
  return servers;
}

function colleagueAnswers({ fake }: PlatformServer): void {
  const [post] = fake.posts();
  fake.thank?.(post?.id ?? '');
  fake.reply?.(post?.id ?? '', REPLY);
}

/** Of each platform: who thanked and who wrote what, and where that stands. */
async function popupTells(world: ChromiumWorld): Promise<void> {
  const { t } = world;
  const popup = await openPopupTab(world);
  const news = popup.getByRole('region', { name: t('shared.news') });
  await expect
    .poll(() => news.getByText(REPLY).count(), { timeout: DELIVERED_WITHIN_MS })
    .toBe(STREAMS.length);
  await showAll(news);
  for (const stream of STREAMS) await newsTells(world, news, stream);
  await popup.close();
}

/** The window in which it was written tells what came back on it, and what is new on others. */
async function sidebarTells(world: ChromiumWorld, page: Page, stream: OwnStream): Promise<void> {
  const { t } = world;
  await page.bringToFront();
  await page.getByText(t('shared.thanks', { count: 1 }), { exact: true }).waitFor();
  const said = page.getByRole('region', { name: t('shared.said') });
  const own = said.getByRole('listitem').filter({ has: page.getByText(stream.colleague, { exact: true }) });
  await rowTells(world, own, stream);
  const news = page.getByRole('region', { name: t('shared.news') });
  await showAll(news);
  for (const other of STREAMS) if (other !== stream) await newsTells(world, news, other);
}

async function newsTells(world: ChromiumWorld, news: Locator, stream: OwnStream): Promise<void> {
  const title = titleAt(stream);
  await news.getByText(world.t('shared.news-thanks', { count: 1, title })).waitFor();
  const heading = world.t('shared.news-answer', { author: stream.colleague, title });
  await rowTells(world, news.getByRole('listitem').filter({ hasText: heading }), stream);
}

async function rowTells({ t }: ChromiumWorld, row: Locator, stream: OwnStream): Promise<void> {
  const text = row.getByRole('group', { name: t('shared.reply-text', { author: stream.colleague }) });
  expect(await text.textContent()).toBe(REPLY);
  expect(await row.locator('img').count()).toBe(0);
  const link = row.getByRole('link', { name: t('shared.reply-open') });
  expect(await link.getAttribute('href')).toMatch(stream.postLink);
}

/** What a short list keeps behind "more". */
async function showAll(list: Locator): Promise<void> {
  for (const more of await list.locator('summary').all()) await more.click();
}

function serverOf(servers: ReadonlyMap<OwnPlatform, PlatformServer>, platform: OwnPlatform): PlatformServer {
  const server = servers.get(platform);
  if (server === undefined) throw new Error(`${platform.specimen.platform.title} is not there`);
  return server;
}

/** Two wikis of one name are told apart by where they stand. */
function targetOf({ title, place }: OwnPlatform, { address }: PlatformServer): Target {
  const { host } = new URL(address);
  const isShared = PAGES.filter((one) => one.title === title).length > 1;
  return {
    community: isShared ? `${title} (${address.replace(/^https?:../u, '')})` : (title ?? host),
    place,
  };
}
