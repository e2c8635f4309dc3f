import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

/** What somebody does in the lists of posts, revisions and comments. */
export function listSteps({ wordpress }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  const editLink = (id: number) => `${url}/wp-admin/post.php?post=${id}&action=edit`;
  return [
    {
      what: 'a post put into the trash in the list',
      expect: { verb: 'delete', title: SEEDED.trashed.title, link: null },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit.php`);
        await Promise.all([
          page.waitForURL('**trashed=1**'),
          desk.rowAction(page, SEEDED.trashed.id, 'trash'),
        ]);
      },
      outcome: () => facts.statusOf(SEEDED.trashed.id) === 'trash',
    },
    {
      what: 'a post taken out of the trash',
      expect: { verb: 'edit', title: SEEDED.restored.title, link: editLink(SEEDED.restored.id) },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit.php?post_status=trash&post_type=post`);
        await Promise.all([
          page.waitForURL('**untrashed=1**'),
          desk.rowAction(page, SEEDED.restored.id, 'untrash'),
        ]);
      },
      outcome: () => facts.statusOf(SEEDED.restored.id) === 'draft',
    },
    {
      what: 'a title changed in the list',
      expect: { verb: 'edit', title: 'Aktenplan 2026', link: `${url}/aktenplan/` },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit.php`);
        await desk.rowAction(page, SEEDED.quicklyEdited.id, 'inline');
        await page.fill(`#edit-${SEEDED.quicklyEdited.id} input[name=post_title]`, 'Aktenplan 2026');
        await page.click(`#edit-${SEEDED.quicklyEdited.id} .button-primary.save`);
        await page.waitForSelector(`#edit-${SEEDED.quicklyEdited.id}`, { state: 'detached' });
      },
      outcome: () => facts.titleOf(SEEDED.quicklyEdited.id) === 'Aktenplan 2026',
    },
    {
      what: 'two posts put into the trash together',
      expect: { verb: 'delete', link: null },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit.php`);
        for (const { id } of [SEEDED.trashedTogether, SEEDED.trashedTogetherToo])
          await page.check(`#cb-select-${id}`);
        await page.selectOption('#bulk-action-selector-top', 'trash');
        await Promise.all([page.waitForURL('**trashed=2**'), page.click('#doaction')]);
      },
      outcome: () =>
        facts.statusOf(SEEDED.trashedTogether.id) === 'trash' &&
        facts.statusOf(SEEDED.trashedTogetherToo.id) === 'trash',
    },
    {
      what: 'an old version restored',
      expect: { verb: 'edit', title: SEEDED.revised.title, link: editLink(SEEDED.revised.id) },
      act: async (page) => {
        const second = `post_parent = ${SEEDED.revised.id} AND post_content LIKE '%Tweede%'`;
        const [[revision = ''] = []] = wordpress.rows(`SELECT ID FROM wp_posts WHERE ${second} LIMIT 1`);
        await page.goto(`${url}/wp-admin/revision.php?revision=${revision}`);
        await Promise.all([page.waitForURL('**message=5**'), page.click('.restore-revision')]);
      },
      outcome: () => facts.hasText(SEEDED.revised.id, 'Tweede versie'),
    },
    {
      what: 'a comment approved',
      expect: {
        verb: 'approve',
        title: SEEDED.discussed.title,
        link: `${url}/vraag-over-e-mailarchivering/`,
      },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit-comments.php?comment_status=moderated`);
        await page.hover('#comment-2');
        await page.click('#comment-2 .row-actions .approve a');
      },
      outcome: () => facts.commentStatus(2) === '1',
    },
    {
      what: 'comments approved together',
      expect: {
        verb: 'approve',
        title: SEEDED.discussed.title,
        link: `${url}/vraag-over-e-mailarchivering/`,
      },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/edit-comments.php?comment_status=moderated`);
        await page.check('#comment-3 .check-column input');
        await page.selectOption('#bulk-action-selector-top', 'approve');
        await Promise.all([page.waitForURL('**approved=1**'), page.click('#doaction')]);
      },
      outcome: () => facts.commentStatus(3) === '1',
    },
    {
      what: 'a memo published in the classic editor',
      expect: { verb: 'publish', title: 'Memo over toegang', link: `${url}/memo/memo-over-toegang/` },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/post-new.php?post_type=memo`);
        await page.fill('#title', 'Memo over toegang');
        await Promise.all([page.waitForURL('**message=6**'), page.click('#publish')]);
      },
      outcome: () => facts.statusOf(facts.idOf('Memo over toegang')) === 'publish',
    },
    {
      what: 'a memo changed in the classic editor',
      expect: { verb: 'edit', title: 'Memo over opslag en beheer', link: `${url}/memo/memo-over-opslag/` },
      act: async (page) => {
        await page.goto(editLink(SEEDED.memo.id));
        await page.fill('#title', 'Memo over opslag en beheer');
        await Promise.all([page.waitForURL('**message=1**'), page.click('#publish')]);
      },
      outcome: () => facts.titleOf(SEEDED.memo.id) === 'Memo over opslag en beheer',
    },
  ];
}
