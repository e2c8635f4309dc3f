import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nameMenu, offerInMenu } from '@/entrypoints/background/context-menu';
import { answerHotkey } from '@/entrypoints/background/hotkey';
import type { Services } from '@/entrypoints/background/services';
import { createText } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import type { Language } from '@/utils/language/languages';
import { ownPage } from '@/utils/platform/own-page';
import { LONGEST_QUOTATION } from '@/utils/practice/quotation';
import { aBackground, popup, SITE } from '../support/background-world';
import { breakDisk } from '../support/broken-disk';
import { fakeCalls } from '../support/fake-calls';
import { aCommunity } from '../support/outbox-world';

afterEach(() => vi.restoreAllMocks());

const PAGE = `${SITE}/doku.php?id=aktenplan&sectok=1`;
const LINK = `${SITE}/doku.php?id=aktenplan`;
const tab = { id: 7, title: ' Akten\nplan ', url: PAGE };

/** A background that listens to menu and hotkey; `scope` of the community that is connected, if any. */
async function aCalledBackground(scope: 'own' | 'across' | null = null) {
  const calls = fakeCalls();
  const world = aBackground();
  if (scope !== null)
    await world.db.communities.add(aCommunity({ id: 'c', origin: 'https://c.example', scope }));
  offerInMenu(world.services);
  answerHotkey(world.services);
  await nameMenu(world.services);
  const opened = async () => {
    const id = new URL(await calls.opened()).searchParams.get('draft') ?? '';
    const view = await world.ask('draft:open', { draftId: id }, popup);
    return view.ok ? { ...view.value.draft.practice, page: view.value.page } : view.error;
  };
  return { ...world, calls, opened };
}

describe('“Deel als praktijk”', () => {
  test('offers the title of the page and fills in its address, inside one’s own organisation', async () => {
    for (const scope of [null, 'own'] as const) {
      const { calls, opened } = await aCalledBackground(scope);
      calls.click({ pageUrl: PAGE }, tab);
      expect(await opened()).toMatchObject({
        title: '',
        did: '',
        link: LINK,
        page: { title: 'Akten plan', link: LINK },
      });
    }
  });

  test('across organisations both are offered and neither stands in the text', async () => {
    const { calls, opened } = await aCalledBackground('across');
    calls.click({ pageUrl: PAGE }, tab);
    expect(await opened()).toMatchObject({
      title: '',
      link: null,
      page: { title: 'Akten plan', link: LINK },
    });
  });

  test('takes the address of a link that was clicked', async () => {
    const { calls, opened } = await aCalledBackground('own');
    calls.click({ pageUrl: PAGE, linkUrl: `${SITE}/doku.php?id=selectie` }, tab);
    expect(await opened()).toMatchObject({ link: `${SITE}/doku.php?id=selectie` });
  });

  test('begins with what was selected, quoted and never longer than a quotation may be', async () => {
    const { calls, opened } = await aCalledBackground('own');
    calls.click({ pageUrl: PAGE, selectionText: 'Elke zaak\nkrijgt <b>een</b> map.' }, tab);
    expect(await opened()).toMatchObject({ did: '“Elke zaak krijgt <b>een</b> map.”\n\n' });
    calls.click({ pageUrl: PAGE, selectionText: 'zaak '.repeat(1_000) }, tab);
    const { did } = (await opened()) as { did: string };
    expect(did).toMatch(/^“zaak zaak.* zaak…”\n\n$/);
    expect([...did.trim()].length).toBeLessThanOrEqual(LONGEST_QUOTATION + 2);
  });

  test('asks the tab for its title where the event does not say it', async () => {
    const { calls, opened } = await aCalledBackground('own');
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ title: 'Aktenplan' } as never);
    calls.click({ pageUrl: PAGE }, { id: 7 });
    expect(await opened()).toMatchObject({ page: { title: 'Aktenplan' } });
  });

  test('asks no tab where the click was in none', async () => {
    const { calls, opened } = await aCalledBackground('own');
    const get = vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(() => {
      throw new TypeError('Value must be at least 0.');
    });
    calls.click({ pageUrl: PAGE }, { id: -1 });
    expect(await opened()).toMatchObject({ page: { title: '', link: LINK } });
    expect(get).not.toHaveBeenCalled();
  });

  test.each(['chrome://extensions', 'about:addons', 'file:///home/an/akten.pdf'])(
    'opens an empty composer on %s',
    async (pageUrl) => {
      const { calls, opened } = await aCalledBackground('own');
      calls.click({ pageUrl }, { id: 7, title: 'Extensions' });
      expect(await opened()).toMatchObject({ title: '', did: '', link: null, page: null });
    },
  );

  test('keeps nothing of the page but in the draft, and asks the page for nothing', async () => {
    const { calls, opened, db } = await aCalledBackground('own');
    const executeScript = vi.fn();
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    calls.click({ pageUrl: PAGE, selectionText: 'Elke zaak' }, tab);
    await opened();
    expect(
      JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray()))).split('Elke zaak'),
    ).toHaveLength(2);
    expect(executeScript).not.toHaveBeenCalled();
  });

  test('opens a composer that says “not saved” where the disk refuses', async () => {
    const calls = fakeCalls();
    const factory = new IDBFactory();
    breakDisk(factory);
    offerInMenu(aBackground(factory).services);
    calls.click({ pageUrl: PAGE }, tab);
    expect(new URL(await calls.opened()).search).toBe('?draft=');
  });

  test('another extension’s item is none of ours', async () => {
    const { calls, db } = await aCalledBackground();
    calls.click({ menuItemId: 'other', pageUrl: PAGE }, tab);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(await db.drafts.count()).toBe(0);
  });
});

describe('the menu', () => {
  const inLanguage = (services: Services, language: Language): Services => ({
    ...services,
    words: async () => ({ language, t: createText(language, CATALOGUES[language]) }),
  });

  test('stands there once, however often the worker starts', async () => {
    const { calls, services } = await aCalledBackground();
    await Promise.all([nameMenu(services), nameMenu(services)]);
    expect(calls.menu()).toEqual(['Deel als praktijk']);
    expect(calls.menuChanges()).toBe(1);
  });

  test('speaks the language that the person chose, as soon as they chose it', async () => {
    const { calls, services } = await aCalledBackground();
    offerInMenu(inLanguage(services, 'fr'));
    await nameMenu(inLanguage(services, 'fr'));
    expect(calls.menu()).toEqual(['Partager comme pratique']);
    offerInMenu(inLanguage(services, 'de'));
    await fakeBrowser.storage.local.set({ language: 'de' });
    await vi.waitFor(() => expect(calls.menu()).toEqual(['Als Praxisbeispiel teilen']));
  });

  test('comes back after everything was erased, or the browser was started anew', async () => {
    const { calls, services } = await aCalledBackground();
    await fakeBrowser.storage.session.clear();
    await nameMenu(services);
    expect(calls.menu()).toEqual(['Deel als praktijk']);
  });
});

describe('the hotkey', () => {
  test('goes to the chip on the page in front, and then begins nothing', async () => {
    const { calls, db } = await aCalledBackground('own');
    const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(true as never);
    calls.press('share', tab);
    await vi.waitFor(() =>
      expect(sent).toHaveBeenCalledExactlyOnceWith(7, { event: 'hotkey' }, { frameId: 0 }),
    );
    await new Promise((resume) => setTimeout(resume, 50));
    expect(await db.drafts.count()).toBe(0);
  });

  test('begins a practice about the page where no chip stands, as the menu does', async () => {
    const { calls, opened } = await aCalledBackground('own');
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist'));
    calls.press('share', tab);
    expect(await opened()).toMatchObject({ did: '', link: LINK, page: { title: 'Akten plan', link: LINK } });
  });

  test('looks for the page in front where the browser does not say it, and writes about none where it has no address', async () => {
    const { calls, opened } = await aCalledBackground('own');
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist'));
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, title: 'Extensions' }] as never);
    calls.press('share');
    expect(await opened()).toMatchObject({ link: null, page: null });
  });

  test('does nothing for who is writing already, and for another command', async () => {
    const { calls, db } = await aCalledBackground('own');
    calls.press('share', { ...tab, url: ownPage('/sidebar.html?draft=1') });
    calls.press('other', tab);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(await db.drafts.count()).toBe(0);
  });
});
