import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import { allowedWiki } from '../support/chromium-path';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { everythingKept } from '../support/kept';
import { counted, hostsElsewhere, leftOfExtension } from '../support/left';
import { LOST_ANSWER_WITHIN_MS } from '../support/main-path';
import { type RecordingProxy, startRecordingProxy } from '../support/recording-proxy';
import { useServers } from '../support/servers';
import { chooseFor } from '../support/shared-practice';
import { Traces } from '../support/traces';
import { savePage } from '../support/wiki-steps';

const servers = useServers();

/** What Chromium reaches for by itself, and where its sign-in windows end. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|gvt1|chromiumapp)\.(com|org)$/;

/** A word that stands nowhere else: letters alone, so that no encoding changes it. */
function newWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
}

/** The file that a person gets of the ledger, and what the page shows. */
async function exportLedger({ context, t }: ChromiumWorld): Promise<{ file: string; screen: string }> {
  const options = await openTab(context, extensionUrl('options.html#ledger'));
  const ledger = options.getByRole('region', { name: t('options.ledger') });
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    ledger.getByRole('button', { name: t('ledger.export') }).click(),
  ]);
  const screen = await ledger.innerText();
  const file = readFileSync(await download.path(), 'utf8');
  await options.close();
  return { file, screen };
}

/** A practice that cannot arrive at first: the community is away while it leaves. */
async function shareThroughFailure(world: ChromiumWorld, front: Page, proxy: RecordingProxy, title: string) {
  const { community } = servers;
  const popup = await openPopup(world.context, front);
  const draft = await openedBy(world.context, () => popup.click('button', world.t('popup.write')));
  await extension.write(world, draft, { title, did: 'Ik probeerde het nog eens.' });
  const tries = () => proxy.requests.filter(({ bytes }) => bytes.includes(title)).length;
  await community.stop();
  await extension.send(world, draft, community);
  await until('a try that fails', async () => tries() > 0, extension.DELIVERED_WITHIN_MS);
  await community.start();
  await extension.arrived(world, draft, community, LOST_ANSWER_WITHIN_MS);
  await draft.close();
}

test('what left is what the ledger says, to each origin as often, and nothing of a page stands in what was seen', async () => {
  const { wiki, community } = servers;
  const words = { id: newWord(), heading: newWord(), body: newWord(), title: newWord(), did: newWord() };
  const proxy = await startRecordingProxy((address) => address);
  const world = await openChromiumWorld({ args: proxy.args });
  const { context, t } = world;

  await extension.connectCommunity(world, community);
  const page = await allowedWiki(world, wiki);
  await savePage(page, wiki, `praxis:${words.id}`, `====== ${words.heading} ======\n${words.body}\n`);
  await page.getByText(words.body).selectText();
  const sidebar = await extension.shareFromChip(world, page);
  await extension.write(world, sidebar, { title: words.title, did: words.did });
  await extension.send(world, sidebar, community);
  await extension.arrived(world, sidebar, community);
  await savePage(page, wiki, `praxis:${words.id}`, 'Dit keer zwijgt Deelgenoot.');
  await shareThroughFailure(world, page, proxy, newWord());
  const popup = await openPopup(context, page);
  await chooseFor(popup, t, words.title, 'popup.withdraw');
  await popup.click('button', t('popup.withdraw-action'));
  await until('the withdrawal', async () => (await community.postsWith(words.title)).length === 0);
  await page.bringToFront();

  const { file, screen } = await exportLedger(world);
  const { sent, seen } = JSON.parse(file) as { sent: SentRequest[]; seen: { at: number; site: string }[] };
  const noted = counted(sent.map(({ to, purpose }) => `${to} ${purpose}`));
  expect(noted).toEqual(leftOfExtension(proxy.requests));
  expect(Object.keys(noted)).toEqual(
    ['connect', 'places', 'read', 'send', 'sign-in', 'withdraw'].map(
      (purpose) => `${community.origin} ${purpose}`,
    ),
  );
  expect(noted[`${community.origin} send`]).toBeGreaterThanOrEqual(3);
  expect(hostsElsewhere(proxy.requests).filter((host) => !BROWSERS_OWN.test(host))).toEqual([]);
  expect(seen.filter(({ site }) => site === wiki.url).length).toBeGreaterThanOrEqual(2);

  const traces = new Traces();
  const { databases } = await everythingKept(context);
  for (const [name, rows] of Object.entries(databases)) traces.add(name.replace('deelgenoot/', ''), rows);
  traces.add('export', file);
  traces.add('screen', screen);
  const places = ['history', 'requests', 'settings', 'sites', 'export', 'screen'];
  expect(traces.places).toEqual(expect.arrayContaining(places));
  expect(traces.of(words.id), 'the search finds what waits').toContain('prompts');
  expect(traces.of(words.did), 'and what was written').toContain('entries');
  for (const [name, word] of Object.entries(words))
    expect(
      traces.of(word).filter((place) => places.includes(place)),
      name,
    ).toEqual([]);
  expect(screen).toContain(new URL(community.origin).host);
}, 300_000);
