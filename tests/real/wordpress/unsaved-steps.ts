import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

/** What happens in the block editor without anything being finished. */
export function unsavedSteps({ wordpress }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  return [
    {
      what: 'the editor’s welcome read away: it remembers that',
      expect: null,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.looked.id);
        const kept = page.waitForResponse((answer) => answer.url().includes('/users/me'));
        await page.click('.components-modal__header button');
        await kept;
      },
      outcome: () => facts.count(`wp_usermeta WHERE meta_key = 'wp_persisted_preferences'`) === 1,
    },
    {
      what: 'the last question before publishing, and back',
      expect: null,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.draft.id);
        await page.click('.editor-post-publish-panel__toggle');
        await page.click('.editor-post-publish-panel__header-cancel-button button');
      },
      outcome: () => facts.statusOf(SEEDED.draft.id) === 'draft',
    },
    {
      what: 'typed, and kept by itself',
      expect: null,
      silentMs: 8_000,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.typed.id);
        await desk.writeText(page, ' Vanzelf bewaard.');
        await page.waitForResponse((answer) => answer.url().includes('autosaves'), { timeout: 40_000 });
      },
      outcome: () =>
        facts.autosavesWith(SEEDED.typed.id, 'Vanzelf bewaard') === 1 &&
        !facts.hasText(SEEDED.typed.id, 'Vanzelf bewaard'),
    },
    {
      what: 'the editor’s heartbeat',
      expect: null,
      act: async (page) => {
        const beat = page.waitForResponse((answer) => isBeat(answer.request().postData()));
        await page.evaluate(beatNow);
        await beat;
      },
    },
    {
      what: 'the editor left without saving',
      expect: null,
      act: async (page) => void (await page.goto(`${url}/wp-admin/`)),
      outcome: () => !facts.hasText(SEEDED.typed.id, 'Vanzelf bewaard'),
    },
    {
      what: 'a preview of changes that are not saved',
      expect: null,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.looked.id);
        await desk.writeText(page, ' Nog even kijken.');
        await page.click('.block-editor-post-preview__button-toggle');
        const [preview] = await Promise.all([
          page.waitForEvent('popup'),
          page.click('.edit-post-header-preview__button-external'),
        ]);
        await preview.waitForURL('**preview=true**');
        await preview.close();
      },
      outcome: () => !facts.hasText(SEEDED.looked.id, 'Nog even kijken'),
    },
    {
      what: 'saved after the session had ended',
      expect: null,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.draft.id);
        await desk.writeText(page, ' Te laat.');
        await page.context().clearCookies();
        await desk.pressAndSave(page, '.editor-post-save-draft');
      },
      outcome: () => !facts.hasText(SEEDED.draft.id, 'Te laat'),
    },
  ];
}

/** What somebody with fewer rights does: sent for review, and refused. */
export function otherPeopleSteps({ wordpress }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  return [
    {
      what: 'signed in as somebody who may only propose',
      expect: null,
      act: (page) => desk.signIn(page, wordpress, 'contributor'),
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

function isBeat(body: string | null): boolean {
  return body?.includes('action=heartbeat') ?? false;
}

/** Runs in the editor. */
function beatNow(): void {
  const { wp } = window as unknown as { wp: { heartbeat: { connectNow(): void } } };
  wp.heartbeat.connectNow();
}

/** Runs in the page: the editor's own request, by somebody to whom the editor is closed. */
async function saveWithoutRight(address: string): Promise<void> {
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-http-method-override': 'PUT' },
    body: JSON.stringify({ title: 'Niet van mij' }),
  });
}
