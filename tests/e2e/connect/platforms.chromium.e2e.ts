import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type ChromiumWorld, openChromiumWorld } from '../support/chromium-world';
import { DELIVERED_WITHIN_MS } from '../support/extension-steps';
import { letHoursPass } from '../support/hours-pass';
import { findPlatform, isConnected, openConnect, paste } from '../support/paste-steps';
import { sendConclusion, sendPractice, type Target } from '../support/platform-sending';
import { type PlatformServer, servePlatform } from '../support/platform-server';
import { FAST_STREAMS, FORUM, type OwnPlatform, PAGES, ROOM, STREAMS } from '../support/platforms';
import { openPopupTab } from '../support/tour-steps';

const DID = 'Ik maakte voor elke zaak een map.';
const AGREED = 'Elke zaak krijgt een map.';
const REPLY = 'Dat doen wij nu ook zo.';

test('each platform is connected as people do, and gets what they send once', async () => {
  const world = await openChromiumWorld();
  const servers = await connectAll(world, [...STREAMS, ...PAGES]);
  for (const stream of FAST_STREAMS) await practiceArrives(world, stream, serverOf(servers, stream));
  await repliesCome(
    world,
    FAST_STREAMS.map((stream) => serverOf(servers, stream)),
  );
  for (const wiki of PAGES) await conclusionArrives(world, wiki, serverOf(servers, wiki));
  // What it took to connect counts among the requests of its minute, so that this one may have to wait for the next.
  await practiceArrives(world, FORUM, serverOf(servers, FORUM));
}, 240_000);

async function practiceArrives(world: ChromiumWorld, stream: OwnPlatform, server: PlatformServer) {
  const page = await sendPractice(world, targetOf(stream, server), { title: titleAt(stream), did: DID });
  await arrives(world, page, server, DID);
}

async function conclusionArrives(world: ChromiumWorld, wiki: OwnPlatform, server: PlatformServer) {
  const practice = { title: titleAt(wiki), did: AGREED };
  const page = await sendConclusion(world, targetOf(wiki, server), titleAt(ROOM), practice);
  await arrives(world, page, server, AGREED);
}

async function arrives({ t }: ChromiumWorld, page: Page, { fake }: PlatformServer, text: string) {
  await page.getByText(t('sidebar.state-delivered-text')).waitFor({ timeout: DELIVERED_WITHIN_MS });
  expect(fake.posts().filter((post) => post.text.includes(text))).toHaveLength(1);
  await page.close();
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

/** A colleague thanks and replies everywhere: the popup tells it. */
async function repliesCome(world: ChromiumWorld, servers: readonly PlatformServer[]): Promise<void> {
  const { context, t } = world;
  for (const { fake } of servers) {
    const [post] = fake.posts();
    fake.thank?.(post?.id ?? '');
    fake.reply?.(post?.id ?? '', REPLY);
  }
  await letHoursPass(context);
  const popup = await openPopupTab(world);
  const news = popup.getByRole('region', { name: t('shared.news') });
  await expect
    .poll(() => news.getByText(REPLY).count(), { timeout: DELIVERED_WITHIN_MS })
    .toBe(servers.length);
  await popup.close();
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
