import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import type { Step } from '../proof/step';
import { SILENT_AFTER_LOOKING_MS } from '../proof/walk';
import { addressOf, at, uploadByScript, type WikiWorld } from './hand';

/** What people do with files; `folder` is where they keep them. */
export function fileSteps(world: WikiWorld, folder: string): Step<Page>[] {
  const { facts, file } = world;
  const onDisk = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const choose = async (page: Page, name: string, text: string, query = ''): Promise<void> => {
    await page.goto(at(world, 'Special:Upload', query));
    await page.setInputFiles('#wpUploadFile', onDisk(name, text));
  };
  const upload = (title: string) =>
    ({ verb: 'upload', title, link: addressOf(world, `${file}:${title}`) }) as const;
  const hasVersions = (name: string, count: number) => async () => (await facts.versions(name)) === count;
  return [
    {
      what: 'a file uploaded by the form',
      expect: upload('Plan 2026.txt'),
      act: async (page) => {
        await choose(page, 'plan 2026.txt', 'A plan.');
        await follow(page, '[name=wpUpload]');
      },
      outcome: hasVersions('Plan 2026.txt', 1),
    },
    {
      what: 'a new version of it',
      expect: upload('Plan 2026.txt'),
      act: async (page) => {
        await choose(page, 'anders.txt', 'A better plan.', 'wpDestFile=Plan_2026.txt&wpForReUpload=1');
        await follow(page, '[name=wpUpload]');
      },
      outcome: hasVersions('Plan 2026.txt', 2),
    },
    {
      what: 'the version before put back',
      expect: {
        verb: 'edit',
        title: `${file}:Plan 2026.txt`,
        link: at(world, `${file}:Plan_2026.txt`),
      },
      act: async (page) => {
        await page.goto(addressOf(world, `${file}:Plan 2026.txt`));
        await follow(page, '#mw-imagepage-section-filehistory a[href*="action=revert"]');
        await follow(page, '#mw-content-text form [type=submit]');
      },
      outcome: hasVersions('Plan 2026.txt', 3),
    },
    {
      what: 'a file chosen, and the page left',
      expect: null,
      act: async (page) => {
        await choose(page, 'gewaehlt.txt', 'Only looked at.');
        await page.waitForTimeout(1_500);
        await page.goto(addressOf(world, `${file}:Plan 2026.txt`));
      },
      outcome: hasVersions('Gewaehlt.txt', 0),
    },
    {
      what: 'a kind of file that is refused',
      expect: null,
      act: async (page) => {
        await choose(page, 'programm.exe', 'MZ');
        await page.evaluate(() =>
          document.querySelector<HTMLElement>('[name=wpUpload]')?.removeAttribute('disabled'),
        );
        await follow(page, '[name=wpUpload]');
      },
      outcome: hasVersions('Programm.exe', 0),
    },
    {
      what: 'a warning that the file is there already',
      expect: null,
      act: async (page) => {
        await choose(page, 'kopie.txt', 'A plan.');
        await follow(page, '[name=wpUpload]');
        await page.waitForSelector('[name=wpUploadIgnoreWarning]');
      },
      outcome: hasVersions('Kopie.txt', 0),
    },
    {
      what: 'the warning answered by going back',
      expect: null,
      act: (page) => follow(page, '[name=wpCancelUpload]'),
      outcome: hasVersions('Kopie.txt', 0),
    },
    {
      what: 'a warning, and uploaded all the same',
      expect: upload('Kopie.txt'),
      act: async (page) => {
        await choose(page, 'kopie.txt', 'A plan.');
        await follow(page, '[name=wpUpload]');
        await follow(page, '[name=wpUploadIgnoreWarning]');
      },
      outcome: hasVersions('Kopie.txt', 1),
    },
    {
      what: 'a file uploaded by a script of the wiki',
      expect: { verb: 'upload', title: 'Skript.txt' },
      act: (page) => uploadByScript(page, { name: 'Skript.txt', text: 'By script.', insists: true }),
      outcome: hasVersions('Skript.txt', 1),
    },
    {
      what: 'an upload by a script that is only warned',
      expect: null,
      act: (page) => uploadByScript(page, { name: 'Skript zwei.txt', text: 'By script.', insists: false }),
      outcome: hasVersions('Skript zwei.txt', 0),
      silentMs: SILENT_AFTER_LOOKING_MS,
    },
    {
      what: 'a file deleted',
      expect: { verb: 'delete', title: `${file}:Kopie.txt`, link: null },
      act: async (page) => {
        await page.goto(at(world, 'File:Kopie.txt', 'action=delete'));
        await follow(page, '[name=wpConfirmB]');
      },
      outcome: hasVersions('Kopie.txt', 0),
    },
  ];
}
