import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import { SILENT_AFTER_LOOKING_MS } from '../proof/walk';
import { addressOf, type WikiWorld } from './hand';
import { openSaveDialog, saveVisually, typeVisually } from './visual-editor';

const PAGE = 'Sichtbar';

/** What people do in VisualEditor. */
export function visualSteps(world: WikiWorld): Step<Page>[] {
  const { facts } = world;
  const edit = { verb: 'edit', title: PAGE, link: addressOf(world, PAGE) } as const;
  const isText = (text: string) => async () => (await facts.text(PAGE)) === text;
  return [
    {
      what: 'a new page saved in VisualEditor',
      expect: edit,
      act: async (page) => {
        await typeVisually(page, world, PAGE, 'Seen.');
        await saveVisually(page);
      },
      outcome: isText('Seen.'),
    },
    {
      what: 'VisualEditor opened, typed in and left',
      expect: null,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' Gone.');
        await page.goto(addressOf(world, PAGE));
      },
      outcome: isText('Seen.'),
      silentMs: SILENT_AFTER_LOOKING_MS,
    },
    {
      what: 'a page saved in VisualEditor',
      expect: edit,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' And changed.');
        await saveVisually(page);
      },
      outcome: isText('Seen. And changed.'),
    },
    {
      what: 'changes reviewed in VisualEditor, and not saved',
      expect: null,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' Reviewed.');
        await openSaveDialog(page);
        const compared = page.waitForResponse((answer) =>
          (answer.request().postData() ?? '').includes('diff'),
        );
        await page
          .locator('.ve-ui-mwSaveDialog .oo-ui-processDialog-actions-other a, .ve-ui-mwSaveDialog-foot a')
          .first()
          .click();
        await compared.catch(() => undefined);
        await page.goto(addressOf(world, PAGE));
      },
      outcome: isText('Seen. And changed.'),
      silentMs: SILENT_AFTER_LOOKING_MS,
    },
  ];
}
