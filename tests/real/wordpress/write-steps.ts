import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

const UPDATE = '.editor-post-publish-button';

/** What somebody writes, publishes and sorts in the block editor. */
export function writeSteps({ wordpress }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  const editLink = (title: string) => `${url}/wp-admin/post.php?post=${facts.idOf(title)}&action=edit`;
  return [
    {
      what: 'a new draft saved',
      expect: {
        verb: 'edit',
        title: 'Het werkproces vastleggen',
        get link() {
          return editLink('Het werkproces vastleggen');
        },
      },
      act: async (page) => {
        await desk.openNew(page, wordpress);
        await desk.writeTitle(page, 'Het werkproces vastleggen');
        await desk.writeText(page, 'Eerst de stappen, dan de stukken.');
        await desk.pressAndSave(page, '.editor-post-save-draft');
      },
      outcome: () => facts.statusOf(facts.idOf('Het werkproces vastleggen')) === 'draft',
    },
    {
      what: 'that draft published',
      expect: {
        verb: 'publish',
        title: 'Het werkproces vastleggen',
        link: `${url}/het-werkproces-vastleggen/`,
      },
      act: (page) => desk.publishByPanel(page),
      outcome: () => facts.statusOf(facts.idOf('Het werkproces vastleggen')) === 'publish',
    },
    {
      what: 'a post given another title',
      expect: {
        verb: 'edit',
        title: 'Bewaartermijnen vandaag',
        link: `${url}/bewaartermijnen-in-de-praktijk/`,
      },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.updated.id);
        await desk.writeTitle(page, 'Bewaartermijnen vandaag');
        await desk.pressAndSave(page, UPDATE);
      },
      outcome: () => facts.titleOf(SEEDED.updated.id) === 'Bewaartermijnen vandaag',
    },
    {
      what: 'the text of a post changed, its title not',
      expect: {
        verb: 'edit',
        title: SEEDED.rewritten.title,
        link: `${url}/dossiervorming-stap-voor-stap/`,
      },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.rewritten.id);
        await desk.writeText(page, ' En een tweede zin.');
        await desk.pressAndSave(page, UPDATE);
      },
      outcome: () => facts.hasText(SEEDED.rewritten.id, 'tweede zin'),
    },
    {
      what: 'a page published at once',
      expect: { verb: 'publish', title: 'Wie beheert wat', link: `${url}/wie-beheert-wat/` },
      act: async (page) => {
        await desk.openNew(page, wordpress, 'page');
        await page.keyboard.press('Escape'); // the patterns that it offers
        await desk.writeTitle(page, 'Wie beheert wat');
        await desk.publishByPanel(page);
      },
      outcome: () => facts.statusOf(facts.idOf('Wie beheert wat')) === 'publish',
    },
    {
      what: 'a dossier published: a type of the organisation’s own',
      expect: { verb: 'publish', title: 'Dossier Oevermeer', link: `${url}/dossier/dossier-oevermeer/` },
      act: async (page) => {
        await desk.openNew(page, wordpress, 'dossier');
        await desk.writeTitle(page, 'Dossier Oevermeer');
        await desk.publishByPanel(page);
      },
      outcome: () => facts.statusOf(facts.idOf('Dossier Oevermeer')) === 'publish',
    },
    {
      what: 'a post scheduled',
      expect: { verb: 'publish', title: SEEDED.scheduled.title },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.scheduled.id);
        await page.evaluate(scheduleNextYear);
        await desk.publishByPanel(page);
      },
      outcome: () => facts.statusOf(SEEDED.scheduled.id) === 'future',
    },
    {
      what: 'a tag given',
      expect: { verb: 'tag', title: SEEDED.tagged.title, link: `${url}/metadata-bij-de-bron/` },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.tagged.id);
        await desk.openPostSettings(page);
        await desk.unfold(page, 'Tags');
        await page.click('.components-form-token-field__input');
        await page.keyboard.type('metadata');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.components-form-token-field__token');
        await desk.pressAndSave(page, UPDATE);
      },
      outcome: () => facts.termsOf(SEEDED.tagged.id).includes('metadata'),
    },
    {
      what: 'a category chosen',
      expect: { verb: 'tag', title: SEEDED.sorted.title, link: `${url}/vernietiging-vastleggen/` },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.sorted.id);
        await desk.openPostSettings(page);
        await desk.unfold(page, 'Categories');
        await page.getByLabel('Werkwijze').check();
        await desk.pressAndSave(page, UPDATE);
      },
      outcome: () => facts.termsOf(SEEDED.sorted.id).includes('Werkwijze'),
    },
    {
      what: 'a post put into the trash by the editor',
      expect: { verb: 'delete', title: SEEDED.deletedInEditor.title, link: null },
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.deletedInEditor.id);
        await desk.openPostSettings(page);
        await Promise.all([page.waitForURL('**/edit.php?**'), page.click('.editor-post-trash')]);
      },
      outcome: () => facts.statusOf(SEEDED.deletedInEditor.id) === 'trash',
    },
  ];
}

/** Runs in the editor: its calendar has no names that stay. */
function scheduleNextYear(): void {
  const { wp } = window as unknown as {
    wp: { data: { dispatch(store: string): { editPost(edits: object): void } } };
  };
  wp.data.dispatch('core/editor').editPost({ date: `${new Date().getFullYear() + 1}-01-15T09:00:00` });
}
