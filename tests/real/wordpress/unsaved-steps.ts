import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';
import { SEEDED } from './seed';

const TEMPLATE = 'twentytwentythree//single';

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
        const kept = page.waitForResponse((answer) => decodeURIComponent(answer.url()).includes('/users/me'));
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
      outcome: () => !facts.hasText(SEEDED.typed.id, 'Vanzelf bewaard'),
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
      what: 'a pattern kept for later',
      expect: null,
      act: async (page) => {
        await desk.openEditor(page, wordpress, SEEDED.looked.id);
        const block = { title: 'Vast blok', content: 'Met vriendelijke groet', status: 'publish' };
        await page.evaluate(saveEntity, ['wp_block', block] as const);
      },
      outcome: () => facts.statusOf(facts.idOf('Vast blok')) === 'publish',
    },
    {
      what: 'a template of the site changed',
      expect: null,
      act: (page) => page.evaluate(saveEntity, ['wp_template', { id: TEMPLATE, content: 'Anders' }] as const),
      outcome: () =>
        facts.count(`wp_posts WHERE post_type = 'wp_template' AND post_content = 'Anders'`) === 1,
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

function isBeat(body: string | null): boolean {
  return body?.includes('action=heartbeat') ?? false;
}

/** Runs in the editor. */
function beatNow(): void {
  const { wp } = window as unknown as { wp: { heartbeat: { connectNow(): void } } };
  wp.heartbeat.connectNow();
}

/** Runs in the editor: saves by the editor's own store, as the site's editor does. */
async function saveEntity([type, record]: readonly [type: string, record: object]): Promise<void> {
  const { wp } = window as unknown as {
    wp: {
      data: {
        dispatch(store: string): {
          saveEntityRecord(kind: string, type: string, record: object): Promise<void>;
        };
      };
    };
  };
  await wp.data.dispatch('core').saveEntityRecord('postType', type, record);
}
