import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RealWiki, startDokuwiki } from '@/tests/real/dokuwiki';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { savePage, signInAtWiki } from './support/wiki-steps';

let wiki: RealWiki;
let community: RealCommunity;

beforeAll(async () => {
  [wiki, community] = await Promise.all([startDokuwiki(), openCommunity()]);
});
afterAll(async () => {
  await Promise.all([wiki?.stop(), community?.close()]);
});

test('someone changes a page, is asked, writes two sentences, and the practice stands once in the community', async () => {
  const world = await openChromiumWorld();
  await extension.connectCommunity(world, community);
  const page = await openTab(world.context, wiki.url);
  await signInAtWiki(page, wiki);
  await extension.allowSite(world, page);
  await savePage(page, wiki, 'praxis:aktenplan', 'Elke zaak krijgt een eigen map.');
  const sidebar = await extension.shareFromChip(world, page);
  const written = {
    title: 'Mappen per zaak',
    did: 'Ik maakte voor elke zaak een map. Zo vindt iedereen alles terug.',
  };
  await extension.write(world, sidebar, written);
  await extension.send(world, sidebar, community);
  await extension.arrived(world, sidebar, community);
  const posts = await community.postsWith(written.title);
  expect(posts).toHaveLength(1);
  expect(posts[0]?.content).toContain(`${wiki.url}/doku.php?id=praxis:aktenplan`);
});
