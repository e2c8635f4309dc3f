import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { WIKI_MEMBER } from '@/tests/real/dokuwiki';
import type { StoredToken } from '@/utils/community/tables';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { everythingKept, type Kept } from './support/kept';
import { filesOfExtension } from './support/on-disk';
import { startRecordingProxy } from './support/recording-proxy';
import { useServers } from './support/servers';
import { Traces } from './support/traces';
import { editWikiPage, pressInEditor, signInAtWiki } from './support/wiki-steps';
import { RECORDER, recorded } from './support/worker-recorder';

/** Where a search looks that is about ours. What a page told its own wiki stands apart. */
const OURS = ['disk', 'export', 'kept', 'messages', 'post', 'requests', 'screens'];
const WIKI = 'the wiki';

const servers = useServers();

/** A word that stands nowhere else: letters alone, so that no encoding changes it. */
function newWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
}

/** As systems do that carry their tokens along in forms, in addresses and in cookies that scripts can read. */
async function plantTokens(
  context: BrowserContext,
  tokens: { readonly form: string; readonly address: string; readonly cookie: string },
): Promise<void> {
  await context.addInitScript((planted) => {
    addEventListener('message', ({ data }) => console.debug('message', JSON.stringify(data)));
    if (location.hostname !== 'wiki.test') return;
    // biome-ignore lint/suspicious/noDocumentCookie: the old way is the one that the wiki's own scripts know
    document.cookie = `auth_token=${planted.cookie}`;
    addEventListener('DOMContentLoaded', () => {
      for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
        form.insertAdjacentHTML(
          'beforeend',
          `<input type="hidden" name="csrf_token" value="${planted.form}">`,
        );
        const action = new URL(form.getAttribute('action') ?? '', location.href);
        action.searchParams.set('access_token', planted.address);
        form.setAttribute('action', action.href);
      }
    });
  }, tokens);
}

/** What the wiki itself keeps secret: its form token and its cookies. */
async function secretsOf(page: Page): Promise<Record<string, string>> {
  const sectok = await page.locator('input[name=sectok]').first().inputValue();
  const cookies = await page.context().cookies(servers.wiki.url);
  const own = cookies.filter(({ name }) => name.startsWith('D') && name !== 'DOKU_PREFS');
  return { sectok, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) };
}

/** The file that a person gets of everything that is kept, and what the options show. */
async function exportOwnData({ context, t }: ChromiumWorld): Promise<{ file: Buffer; screen: string }> {
  const options = await openTab(context, extensionUrl('options.html#data'));
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: t('options.export') }).click(),
  ]);
  const screen = await options.getByRole('document').innerText();
  const file = readFileSync(await download.path());
  await options.close();
  return { file, screen };
}

test('passwords, tokens and the text of a document stand nowhere of ours and go nowhere but to their own site', async () => {
  const { wiki, community } = servers;
  const tokens = { form: newWord(), address: newWord(), cookie: newWord() };
  const text = { heading: newWord(), body: newWord(), summary: newWord() };
  const withToken = (address: string) => address.replace(/\?(?=id=)/, `?access_token=${tokens.address}&`);
  // As the wiki itself does when one saves a section: the heading is in the address to which one is led.
  const proxy = await startRecordingProxy((address) => `${withToken(address)}#${text.heading}`);
  const world = await openChromiumWorld({ args: proxy.args, workerHead: RECORDER });
  const { context } = world;
  const traces = new Traces();
  const keep = async (): Promise<Kept> => {
    const kept = await everythingKept(context);
    traces.add('kept', kept);
    return kept;
  };
  const practice = newWord();

  await extension.connectCommunity(world, community);
  await plantTokens(context, tokens);
  const page = await openTab(context, withToken(`${wiki.url}/doku.php?id=start`));
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page); // before the sign-in: it happens under our eyes
  await signInAtWiki(page, wiki);
  await editWikiPage(page, wiki, 'praxis:kanarie', `====== ${text.heading} ======\n${text.body}\n`);
  await page.locator('#edit__summary').fill(text.summary);
  const secrets = await secretsOf(page);
  await pressInEditor(page, 'save');
  expect(wiki.pageText('praxis:kanarie')).toContain(text.body);

  const sidebar = await extension.shareFromChip(world, page);
  await keep();
  await extension.write(world, sidebar, {
    title: `Mappen ${practice}`,
    did: `Ik ordende ${practice} per zaak.`,
  });
  await keep();
  traces.add('screens', await sidebar.locator('body').innerHTML());
  await extension.send(world, sidebar, community);
  await extension.arrived(world, sidebar, community);
  const [connection] = (await keep()).databases['deelgenoot/tokens'] as StoredToken[];
  traces.add('screens', await sidebar.locator('body').innerHTML());
  const { file, screen } = await exportOwnData(world);
  traces.add('export', file);
  traces.add('screens', screen);
  traces.add('post', await community.postsWith(practice));
  for (const line of await recorded(context)) traces.add('messages', line);
  const said = { worker: newWord(), page: newWord() };
  await context.serviceWorkers()[0]?.evaluate((word) => console.log(word), said.worker);
  await sidebar.evaluate((word) => console.log(word), said.page);
  await context.close(); // only then is everything on disk
  for (const line of world.console) traces.add('console', line);
  for (const [path, bytes] of filesOfExtension(world.profile)) {
    traces.add('disk', path);
    traces.add('disk', bytes);
  }
  for (const { url, bytes } of proxy.requests) {
    traces.add(url.startsWith(`${wiki.url}/`) ? WIKI : 'requests', bytes);
  }

  // The search finds what is there: in every place the words that belong there.
  expect(traces.of(practice)).toEqual(OURS);
  expect(traces.of(said.worker)).toEqual(['console']);
  expect(traces.of(said.page)).toEqual(['console']);
  expect(traces.places).toEqual(['console', ...OURS, WIKI].sort());
  // And each of these did leave the page, to the wiki and to nobody else.
  const found = Object.entries({ password: WIKI_MEMBER.password, ...tokens, ...text, ...secrets });
  expect(found.length).toBeGreaterThanOrEqual(9);
  for (const [name, word] of found) expect(traces.of(word), name).toEqual([WIKI]);
  // Our own key to the community is where it has to be, and in no message, file or line that others may see.
  expect(traces.of(connection?.token ?? '')).toEqual(['disk', 'kept', 'requests']);
});
