import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import { WIKI_PERSON } from '../mediawiki';
import type { Step } from '../proof/step';
import { SILENT_AFTER_LOOKING_MS } from '../proof/walk';
import { addressOf, at, type WikiWorld } from './hand';

const SILENT = { silentMs: SILENT_AFTER_LOOKING_MS };

/** What people do with pages as a whole. Makes the pages that it needs behind the back of the browser. */
export function pageSteps(world: WikiWorld): Step<Page>[] {
  const { facts, wiki, talk } = world;
  const make = (title: string, text: string, by = WIKI_PERSON.name) =>
    void wiki.maintain('edit.php', ['-u', by, title], text);
  const isText = (title: string, text: string | null) => async () => (await facts.text(title)) === text;
  const moveTo = async (page: Page, from: string, to: string, namespace = '0'): Promise<void> => {
    await page.goto(at(world, `Special:MovePage/${from}`));
    await page.selectOption('[name=wpNewTitleNs]', namespace, { force: true });
    await page.fill('[name=wpNewTitleMain]', to);
    await follow(page, '[name=wpMove]');
  };
  return [
    {
      what: 'a page moved',
      expect: { verb: 'move', title: 'Neuer Name', link: addressOf(world, 'Neuer Name') },
      act: async (page) => {
        make('Alter Name', 'Moves.');
        await moveTo(page, 'Alter Name', 'Neuer Name');
      },
      outcome: isText('Neuer Name', 'Moves.'),
    },
    {
      what: 'a page moved into another namespace',
      expect: { verb: 'move', title: `${talk}:Neuer Name`, link: addressOf(world, `${talk}:Neuer Name`) },
      act: (page) => moveTo(page, 'Neuer Name', 'Neuer Name', '1'),
      outcome: isText('Talk:Neuer Name', 'Moves.'),
    },
    {
      what: 'a move to a name that is taken, which is refused',
      expect: null,
      act: async (page) => {
        make('Vergeben', 'Taken.');
        await moveTo(page, 'Talk:Neuer Name', 'Vergeben');
        await page.waitForSelector('form#movepage');
      },
      outcome: isText('Vergeben', 'Taken.'),
      ...SILENT,
    },
    {
      what: 'a page deleted',
      expect: { verb: 'delete', title: 'Vergeben', link: null },
      act: async (page) => {
        await page.goto(at(world, 'Vergeben', 'action=delete'));
        await follow(page, '[name=wpConfirmB]');
      },
      outcome: isText('Vergeben', null),
    },
    {
      what: 'a deletion begun and left',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, 'Talk:Neuer Name', 'action=delete'));
        await page.goto(addressOf(world, `${talk}:Neuer Name`));
      },
      outcome: isText('Talk:Neuer Name', 'Moves.'),
    },
    {
      what: 'a page that somebody else had deleted meanwhile',
      expect: null,
      act: async (page) => {
        make('Doppelt', 'Twice.');
        await page.goto(at(world, 'Doppelt', 'action=delete'));
        wiki.maintain('deleteBatch.php', [], 'Doppelt\n');
        await follow(page, '[name=wpConfirmB]');
      },
      outcome: isText('Doppelt', null),
      ...SILENT,
    },
    {
      what: 'a deleted page restored',
      expect: { verb: 'edit', title: 'Vergeben', link: at(world, 'Vergeben') },
      act: async (page) => {
        await page.goto(at(world, 'Special:Undelete', 'target=Vergeben'));
        await follow(page, '[name=restore]');
      },
      outcome: isText('Vergeben', 'Taken.'),
    },
    {
      what: 'the last person’s changes rolled back',
      expect: { verb: 'edit', title: 'Zurück', link: at(world, 'Zurück') },
      act: async (page) => {
        make('Zurück', 'Good.', 'Admin');
        make('Zurück', 'Bad.');
        await page.goto(at(world, 'Zurück', 'action=history'));
        await follow(page, '.mw-rollback-link a');
      },
      outcome: isText('Zurück', 'Good.'),
    },
    {
      what: 'a page protected',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, 'Vergeben', 'action=protect'));
        await page.selectOption('[name="mwProtect-level-edit"]', 'sysop', { force: true });
        await follow(page, '#mw-Protect-Form [type=submit], #mw-content-text form [type=submit]');
      },
      outcome: () => facts.isProtected('Vergeben'),
    },
    {
      what: 'a page no longer watched',
      expect: null,
      act: async (page) => {
        await page.goto(addressOf(world, 'Vergeben'));
        await page.click('#ca-unwatch a');
        await page.waitForSelector('#ca-watch');
      },
      outcome: () =>
        facts.query("SELECT wl_title FROM watchlist WHERE wl_title = 'Vergeben'").trim() === '[]',
    },
  ];
}
