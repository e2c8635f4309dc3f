import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

/** What somebody with fewer rights does: sent for review, and refused. */
export function otherPeopleSteps({ wordpress }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  return [
    {
      what: 'signed in as somebody who may only propose',
      expect: null,
      act: (page) => desk.signIn(page, wordpress, 'contributor'),
      outcome: () => facts.isSignedIn('chris'),
    },
    {
      what: 'a post sent for review',
      expect: {
        verb: 'edit',
        title: 'Voorstel voor een werkwijze',
        get link() {
          return `${url}/wp-admin/post.php?post=${facts.idOf('Voorstel voor een werkwijze')}&action=edit`;
        },
      },
      act: async (page) => {
        await desk.openNew(page, wordpress);
        await page.keyboard.press('Escape');
        await desk.writeTitle(page, 'Voorstel voor een werkwijze');
        await desk.publishByPanel(page);
      },
      outcome: () => facts.statusOf(facts.idOf('Voorstel voor een werkwijze')) === 'pending',
    },
    {
      what: 'signed out',
      expect: null,
      act: (page) => desk.signOut(page, wordpress),
      outcome: () => !facts.isSignedIn('chris'),
    },
    {
      what: 'a subscriber sends what an editor would',
      expect: null,
      act: async (page) => {
        await desk.signIn(page, wordpress, 'subscriber');
        await page.goto(`${url}/wp-admin/post.php?post=${SEEDED.looked.id}&action=edit`);
        await page.goto(`${url}/wp-admin/profile.php`);
        await page.evaluate(saveWithoutRight, `${url}/wp-json/wp/v2/posts/${SEEDED.looked.id}`);
      },
      outcome: () => facts.titleOf(SEEDED.looked.id) === SEEDED.looked.title,
    },
  ];
}

/** Runs in the page: the editor's own request, by somebody to whom the editor is closed. */
async function saveWithoutRight(address: string): Promise<void> {
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-http-method-override': 'PUT' },
    body: JSON.stringify({ title: 'Niet van mij' }),
  });
}
