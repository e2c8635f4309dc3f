import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import { WIKI_ADMIN, WIKI_PERSON } from '../mediawiki';
import type { Step } from '../proof/step';
import { addressOf, at, press, signIn, type WikiWorld, write } from './hand';

const PAGE = 'Aktenplan';

/** What people do in the editor for wikitext. */
export function textSteps(world: WikiWorld): Step<Page>[] {
  const { facts, talk } = world;
  const link = addressOf(world, PAGE);
  const edit = { verb: 'edit', title: PAGE, link } as const;
  const isText =
    (text: string, title = PAGE) =>
    async () =>
      (await facts.text(title)) === text;
  return [
    {
      what: 'a new page saved',
      expect: edit,
      act: async (page) => {
        await write(page, world, PAGE, 'One.\n\n== Second ==\nTwo.');
        await press(page, 'wpSave');
      },
      outcome: isText('One.\n\n== Second ==\nTwo.'),
    },
    {
      what: 'a section saved, typed key by key',
      expect: edit,
      act: async (page) => {
        await page.goto(at(world, PAGE, 'action=edit&section=1'));
        await page.click('#wpTextbox1');
        await page.keyboard.press('ControlOrMeta+End');
        await page.keyboard.type(' And more.', { delay: 40 });
        await press(page, 'wpSave');
      },
      outcome: async () => (await facts.text(PAGE))?.includes('And more.') === true,
    },
    {
      what: 'a new topic on a talk page',
      expect: { verb: 'edit', title: `${talk}:${PAGE}`, link: addressOf(world, `${talk}:${PAGE}`) },
      act: async (page) => {
        await page.goto(at(world, `Talk:${PAGE}`, 'action=edit&section=new'));
        await page.fill('#wpSummary', 'A question');
        await page.fill('#wpTextbox1', 'Why?');
        await press(page, 'wpSave');
      },
      outcome: isText('== A question ==\n\nWhy?', `Talk:${PAGE}`),
    },
    {
      what: 'the last change undone',
      expect: edit,
      act: async (page) => {
        await page.goto(at(world, PAGE, 'action=history'));
        await follow(page, '.mw-history-undo a');
        await press(page, 'wpSave');
      },
      outcome: isText('One.\n\n== Second ==\nTwo.'),
    },
    {
      what: 'a page in a namespace, under another one, with letters of its own',
      expect: {
        verb: 'edit',
        title: `${talk}:Straße & Wege/Größe`,
        link: addressOf(world, `${talk}:Straße & Wege/Größe`),
      },
      act: async (page) => {
        await write(page, world, 'Talk:Straße & Wege/Größe', 'Breit.');
        await press(page, 'wpSave');
      },
      outcome: isText('Breit.', 'Talk:Straße & Wege/Größe'),
    },
    {
      what: 'an old revision saved again',
      expect: edit,
      act: async (page) => {
        await page.goto(at(world, PAGE, 'action=history'));
        await follow(page, '#pagehistory li:last-child .mw-changeslist-date');
        await page.goto(`${page.url()}&action=edit`);
        await page.fill('#wpTextbox1', 'One again.');
        await press(page, 'wpSave');
      },
      outcome: isText('One again.'),
    },
  ];
}

/** What only looks like a save. */
export function textNegatives(world: WikiWorld): Step<Page>[] {
  const { facts, wiki } = world;
  const isText =
    (text: string | null, title = PAGE) =>
    async () =>
      (await facts.text(title)) === text;
  const unchanged = isText('One again.');
  return [
    {
      what: 'a preview',
      expect: null,
      act: async (page) => {
        await write(page, world, PAGE, 'Not yet.');
        await press(page, 'wpPreview');
      },
      outcome: unchanged,
    },
    {
      what: 'changes shown',
      expect: null,
      act: async (page) => {
        await write(page, world, PAGE, 'Not yet.');
        await press(page, 'wpDiff');
      },
      outcome: unchanged,
    },
    {
      what: 'typed for a while, which is stashed, and cancelled',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, PAGE, 'action=edit'));
        const stashed = page.waitForRequest((request) => (request.postData() ?? '').includes('stashedit'));
        await page.click('#wpTextbox1');
        await page.keyboard.type('Hm.', { delay: 60 });
        await page.click('#wpSummary');
        await page.keyboard.type('A summary');
        await stashed;
        await follow(page, '#mw-editform-cancel a');
      },
      outcome: unchanged,
    },
    {
      what: 'an empty new page, which is refused',
      expect: null,
      act: async (page) => {
        await write(page, world, 'Leer', '');
        await press(page, 'wpSave');
      },
      outcome: isText(null, 'Leer'),
    },
    {
      what: 'somebody else saved in between',
      expect: null,
      act: async (page) => {
        await write(page, world, PAGE, 'Mine.');
        wiki.maintain('edit.php', ['-u', WIKI_PERSON.name, PAGE], 'Theirs.');
        await press(page, 'wpSave');
        await page.waitForSelector('#wpTextbox2');
      },
      outcome: isText('Theirs.'),
    },
    {
      what: 'the session had expired',
      expect: null,
      act: async (page) => {
        await write(page, world, PAGE, 'After a long lunch.');
        await page.context().clearCookies();
        await press(page, 'wpSave');
        await page.waitForSelector('#pt-login, #pt-login-2');
      },
      outcome: isText('Theirs.'),
    },
    {
      what: 'signed in as somebody who may less',
      expect: null,
      act: (page) => signIn(page, world, WIKI_PERSON),
    },
    {
      what: 'a page that was protected in between',
      expect: null,
      act: async (page) => {
        await write(page, world, PAGE, 'Not allowed.');
        wiki.maintain('protect.php', [PAGE]);
        await press(page, 'wpSave');
      },
      outcome: isText('Theirs.'),
    },
    {
      what: 'signed out and in again',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, 'Special:UserLogout'));
        await follow(page, '#mw-content-text button[type=submit]');
        await signIn(page, world, WIKI_ADMIN);
      },
    },
  ];
}
