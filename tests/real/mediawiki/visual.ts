import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import { SILENT_AFTER_LOOKING_MS } from '../proof/walk';
import { addressOf, at, type WikiWorld } from './hand';
import { openSaveDialog, reviewVisually, saveVisually, typeVisually, uploadVisually } from './visual-editor';

const PAGE = 'Sichtbar';
const BLUE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
/** The page is asked for 10 s whether the upload stands there, and a burst lasts 4 s. */
const SILENT_LONGEST_MS = 16_000;

/** What people do in VisualEditor. */
export function visualSteps(world: WikiWorld, folder: string): Step<Page>[] {
  const { facts } = world;
  const uploadAs = async (page: Page, name: string): Promise<void> => {
    const path = join(folder, 'pixel.png');
    writeFileSync(path, Buffer.from(BLUE_PIXEL, 'base64'));
    await typeVisually(page, world, PAGE, ' ');
    await uploadVisually(page, path, name);
  };
  const edit = { verb: 'edit', title: PAGE, link: addressOf(world, PAGE) } as const;
  const isSaved = (times: number, typed: string) => async () =>
    (await facts.revisions(PAGE)) === times && (await facts.text(PAGE))?.includes(typed) === true;
  return [
    {
      what: 'a new page saved in VisualEditor',
      expect: edit,
      act: async (page) => {
        await typeVisually(page, world, PAGE, 'Seen.');
        await saveVisually(page, { isNew: true });
      },
      outcome: isSaved(1, 'Seen.'),
    },
    {
      what: 'VisualEditor opened, typed in and left',
      expect: null,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' Gone.');
        await page.goto(addressOf(world, PAGE));
      },
      outcome: isSaved(1, 'Seen.'),
      silentMs: SILENT_AFTER_LOOKING_MS,
    },
    {
      what: 'a page saved in VisualEditor',
      expect: edit,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' And changed.');
        await saveVisually(page);
      },
      outcome: isSaved(2, 'And changed.'),
    },
    {
      what: 'changes reviewed in VisualEditor, and not saved',
      expect: null,
      act: async (page) => {
        await typeVisually(page, world, PAGE, ' Reviewed.');
        await openSaveDialog(page);
        await reviewVisually(page);
        await page.goto(addressOf(world, PAGE));
      },
      outcome: isSaved(2, 'And changed.'),
      silentMs: SILENT_AFTER_LOOKING_MS,
    },
    {
      what: 'a picture uploaded in VisualEditor',
      expect: { verb: 'upload', title: 'Bild.png', link: at(world, 'File:Bild.png') },
      act: (page) => uploadAs(page, 'Bild'),
      outcome: async () => (await facts.versions('Bild.png')) === 1,
    },
    {
      what: 'a picture in VisualEditor whose name is taken',
      expect: null,
      act: (page) => uploadAs(page, 'Bild'),
      outcome: async () => (await facts.versions('Bild.png')) === 1,
      silentMs: SILENT_LONGEST_MS,
    },
  ];
}
