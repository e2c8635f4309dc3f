import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import { WIKI_ADMIN } from '../mediawiki';
import type { Step } from '../proof/step';
import { at, callApi, signIn, type WikiWorld } from './hand';

/** What people do beside their work. */
export function aroundSteps(world: WikiWorld): Step<Page>[] {
  return [
    {
      what: 'signed in',
      expect: null,
      act: (page) => signIn(page, world, WIKI_ADMIN),
    },
    {
      what: 'searched',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, 'Special:Search', 'search=Plan&fulltext=1'));
      },
    },
    {
      what: 'preferences saved',
      expect: null,
      act: async (page) => {
        await page.goto(at(world, 'Special:Preferences'));
        await page.fill('[name=wprealname]', 'Anna Admin');
        await page.press('[name=wprealname]', 'Tab'); // the button wakes up once something has changed
        await follow(page, '#mw-prefs-form button[type=submit]:not([disabled])');
      },
      outcome: () => world.facts.query('SELECT user_real_name FROM user').includes('Anna Admin'),
    },
  ];
}

/** What the wiki's own scripts do for a person. */
export function scriptSteps(world: WikiWorld): Step<Page>[] {
  const { facts } = world;
  const isText = (title: string, text: string | null) => async () => (await facts.text(title)) === text;
  return [
    {
      what: 'a page saved by a script of the wiki',
      expect: { verb: 'edit', title: 'Per Skript', link: at(world, 'Per_Skript') },
      act: async (page) =>
        void (await callApi(page, { action: 'edit', title: 'Per_Skript', text: 'By script.' })),
      outcome: isText('Per Skript', 'By script.'),
    },
    {
      what: 'a page moved by a script of the wiki',
      expect: { verb: 'move', title: 'Verschoben', link: at(world, 'Verschoben') },
      act: async (page) =>
        void (await callApi(page, { action: 'move', from: 'Per_Skript', to: 'Verschoben', noredirect: '1' })),
      outcome: isText('Verschoben', 'By script.'),
    },
    {
      what: 'a save by a script that is refused',
      expect: null,
      act: async (page) =>
        void (await callApi(page, { action: 'edit', title: 'Verschoben', text: 'x', createonly: '1' })),
      outcome: isText('Verschoben', 'By script.'),
    },
    {
      what: 'a page deleted by a script of the wiki',
      expect: { verb: 'delete', title: 'Verschoben', link: null },
      act: async (page) => void (await callApi(page, { action: 'delete', title: 'Verschoben' })),
      outcome: isText('Verschoben', null),
    },
    {
      what: 'a page restored by a script of the wiki',
      expect: { verb: 'edit', title: 'Verschoben', link: at(world, 'Verschoben') },
      act: async (page) => void (await callApi(page, { action: 'undelete', title: 'Verschoben' })),
      outcome: isText('Verschoben', 'By script.'),
    },
    {
      what: 'a page saved over REST',
      expect: { verb: 'edit', title: 'Über REST', link: at(world, 'Über REST').replace('%20', '_') },
      act: (page) =>
        page.evaluate(async (source) => {
          const { mw } = window as unknown as { mw: { user: { tokens: { get(name: string): string } } } };
          const token = mw.user.tokens.get('csrfToken');
          const address = `/rest.php/v1/page/${encodeURIComponent('Über_REST')}`;
          const body = JSON.stringify({ source, comment: '', token });
          await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
        }, 'Over REST.'),
      outcome: isText('Über REST', 'Over REST.'),
    },
  ];
}
