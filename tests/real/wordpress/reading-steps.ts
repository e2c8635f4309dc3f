import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

/** What looks like work in the lists and settings, and is none. */
export function readingSteps({ wordpress, files }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  const isNew = (title: string) => facts.idOf(title) > 0;
  let before = '';
  const isUnchanged = () => facts.fingerprint() === before;
  return [
    {
      what: 'posts searched in the list',
      expect: null,
      act: async (page) => {
        before = facts.fingerprint();
        await page.goto(`${url}/wp-admin/edit.php`);
        await page.fill('#post-search-input', 'archief');
        await Promise.all([page.waitForURL('**s=archief**'), page.click('#search-submit')]);
      },
      outcome: isUnchanged,
    },
    {
      what: 'files searched in the grid',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/upload.php?mode=grid`);
        await page.waitForSelector('.attachment');
        const asked = page.waitForResponse((answer) => isAbout(answer.request().postData(), 'Bijlage'));
        await page.fill('#media-search-input', 'Bijlage');
        await asked;
      },
      outcome: isUnchanged,
    },
    {
      what: 'details of a file in the grid, kept on leaving a field',
      expect: null,
      act: async (page) => {
        await page.click('.attachment[data-id="204"]');
        const kept = page.waitForResponse((answer) =>
          isAbout(answer.request().postData(), 'save-attachment'),
        );
        await page.fill('.attachment-details [data-setting=caption] textarea', 'Bij het besluit');
        await page.keyboard.press('Tab');
        await kept;
      },
      outcome: () => facts.count(`wp_posts WHERE ID = 204 AND post_excerpt = 'Bij het besluit'`) === 1,
    },
    {
      what: 'a file of a kind that is refused',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/media-new.php`);
        await page.setInputFiles('.moxie-shim input[type=file]', files.path('Programma.exe'));
        await page.waitForSelector('.error-div');
      },
      outcome: () => !isNew('Programma'),
    },
    {
      what: 'a change in the list cancelled',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit.php`);
        await desk.rowAction(page, SEEDED.looked.id, 'inline');
        await page.fill(`#edit-${SEEDED.looked.id} input[name=post_title]`, 'Toch niet');
        await page.click(`#edit-${SEEDED.looked.id} .cancel`);
      },
      outcome: () => facts.titleOf(SEEDED.looked.id) === SEEDED.looked.title,
    },
    {
      what: 'a link to the trash that has expired',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/post.php?post=${SEEDED.looked.id}&action=trash&_wpnonce=0123456789`);
      },
      outcome: () => facts.statusOf(SEEDED.looked.id) === 'publish',
    },
    {
      what: 'the approval of a comment taken back',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit-comments.php`);
        await page.hover('#comment-4');
        await page.click('#comment-4 .row-actions .unapprove a');
      },
      outcome: () => facts.commentStatus(4) === '0',
    },
    {
      what: 'settings saved',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/options-general.php`);
        await page.fill('#blogdescription', 'Wat wij van elkaar leren');
        await Promise.all([page.waitForURL('**settings-updated=true**'), page.click('#submit')]);
      },
      outcome: () => facts.option('blogdescription') === 'Wat wij van elkaar leren',
    },
    {
      what: 'a preview in the classic editor',
      expect: null,
      act: async (page) => {
        await page.goto(`${url}/wp-admin/post.php?post=${SEEDED.memo.id}&action=edit`);
        await page.fill('#title', 'Nog te bedenken');
        const [preview] = await Promise.all([page.waitForEvent('popup'), page.click('#post-preview')]);
        await preview.waitForURL('**preview=true**');
        await preview.close();
      },
      outcome: () => facts.titleOf(SEEDED.memo.id) !== 'Nog te bedenken',
    },
    {
      what: 'the site read',
      expect: null,
      act: async (page) => {
        before = facts.fingerprint();
        for (const path of ['/', '/zaakgericht-werken/', '/?s=archief']) await page.goto(`${url}${path}`);
      },
      outcome: isUnchanged,
    },
  ];
}

function isAbout(body: string | null, word: string): boolean {
  return body?.includes(word) ?? false;
}
