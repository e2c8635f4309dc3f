import type { Page } from 'playwright-core';
import type { Step } from '../proof/step';
import * as desk from './desk';
import { factsOf } from './facts';

/** What somebody does with files. */
export function mediaSteps({ wordpress, files }: desk.Desk): Step<Page>[] {
  const facts = factsOf(wordpress);
  const { url } = wordpress;
  const editLink = (id: number) => `${url}/wp-admin/post.php?post=${id}&action=edit`;
  const isUploaded = (title: string) => facts.idOf(title) > 0;
  return [
    {
      what: 'a file uploaded by dropping it',
      expect: {
        verb: 'upload',
        title: 'Werkwijze 2026.txt',
        get link() {
          return editLink(facts.idOf('Werkwijze 2026'));
        },
      },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/media-new.php?flash`);
        await page.setInputFiles('.moxie-shim input[type=file]', files.path('Werkwijze 2026.txt'));
        await page.waitForSelector('.media-item-wrapper .edit-attachment');
      },
      outcome: () => isUploaded('Werkwijze 2026'),
    },
    {
      what: 'several files uploaded together',
      expect: { verb: 'upload' },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/media-new.php`);
        const both = [files.path('Kaart.png'), files.path('Lijst.txt')];
        await page.setInputFiles('.moxie-shim input[type=file]', both);
        await page.waitForSelector('.media-item-wrapper .edit-attachment >> nth=1');
      },
      outcome: () => isUploaded('Kaart') && isUploaded('Lijst'),
    },
    {
      what: 'a file uploaded by the plain form',
      expect: {
        verb: 'upload',
        title: 'Formulier.txt',
        get link() {
          return editLink(facts.idOf('Formulier'));
        },
      },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/media-new.php?browser-uploader`);
        await page.setInputFiles('#async-upload', files.path('Formulier.txt'));
        await Promise.all([page.waitForURL('**/upload.php**'), page.click('#html-upload')]);
      },
      outcome: () => isUploaded('Formulier'),
    },
    {
      what: 'a file uploaded into a text',
      expect: {
        verb: 'upload',
        title: 'Bijsluiter.txt',
        get link() {
          return editLink(facts.idOf('Bijsluiter'));
        },
      },
      act: async (page) => {
        await desk.openNew(page, wordpress);
        await page.evaluate(insertFileBlock);
        const uploaded = page.waitForResponse((answer) => answer.status() === 201);
        await page.setInputFiles('.wp-block-file input[type=file]', files.path('Bijsluiter.txt'));
        await uploaded;
      },
      outcome: () => isUploaded('Bijsluiter'),
    },
    {
      what: 'a file deleted in the list',
      expect: { verb: 'delete', title: 'Bijlage een', link: null },
      act: async (page) => {
        await page.goto(`${url}/wp-admin/upload.php?mode=list`);
        await Promise.all([page.waitForURL('**deleted=1**'), desk.rowAction(page, 201, 'delete')]);
      },
      outcome: () => facts.statusOf(201) === undefined,
    },
    {
      what: 'a file deleted in the grid',
      expect: { verb: 'delete', link: null }, // its name goes with it before anybody can look
      act: async (page) => {
        await page.goto(`${url}/wp-admin/upload.php?mode=grid`);
        await page.click('.attachment[data-id="202"]');
        await page.click('.delete-attachment');
        await page.waitForSelector('.attachment[data-id="202"]', { state: 'detached' });
      },
      outcome: () => facts.statusOf(202) === undefined,
    },
    {
      what: 'the details of a file changed on its own page',
      expect: { verb: 'edit', title: 'Bijlage drie, herzien', link: editLink(203) },
      act: async (page) => {
        await page.goto(editLink(203));
        await page.fill('#title', 'Bijlage drie, herzien');
        await Promise.all([page.waitForURL('**message=**'), page.click('#publish')]);
      },
      outcome: () => facts.titleOf(203) === 'Bijlage drie, herzien',
    },
  ];
}

/** Runs in the editor: the block's own menu is translated, its name is not. */
function insertFileBlock(): void {
  const { wp } = window as unknown as {
    wp: {
      blocks: { createBlock(name: string): object };
      data: { dispatch(store: string): { insertBlocks(block: object): void } };
    };
  };
  wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('core/file'));
}
