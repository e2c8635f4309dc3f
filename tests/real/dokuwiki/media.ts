import type { RealWiki } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Step } from '../proof/step';
import { SILENT_AFTER_LOOKING_MS } from '../proof/walk';
import type { Files } from './files';
import { aMoment, pageAddress, save } from './hands';

const FILE_FIELD = '#mediamanager__uploader input[type=file]';
const UPLOAD = '#mediamanager__upload_button';
const UPLOADED = '.qq-upload-success';

/** The media manager at a part of the wiki. */
function manager(wiki: RealWiki, query: Readonly<Record<string, string>>): string {
  return pageAddress(wiki, 'start', { do: 'media', ns: 'praxis', ...query });
}

async function chooseAndUpload(hand: Hand, ...paths: readonly string[]): Promise<void> {
  await hand.choose(FILE_FIELD, ...paths);
  await hand.waitFor('.qq-upload-name-input');
  await hand.click(UPLOAD);
}

async function uploadInManager(hand: Hand, wiki: RealWiki, ...paths: readonly string[]): Promise<void> {
  await hand.goto(manager(wiki, { tab_files: 'upload' }));
  await chooseAndUpload(hand, ...paths);
  await hand.waitFor(UPLOADED);
}

async function showFile(hand: Hand, wiki: RealWiki, name: string, tab: 'view' | 'edit' | 'history') {
  await hand.goto(manager(wiki, { image: `praxis:${name}`, tab_details: tab }));
}

/** What people do with files; the pages of the wiki must be there already. */
export function mediaSteps(wiki: RealWiki, files: Files): readonly Step<Hand>[] {
  const { disk } = wiki;
  return [
    {
      what: 'upload a file in the media manager',
      expect: { verb: 'upload', title: 'plan_2026.pdf', link: null },
      act: (hand) => uploadInManager(hand, wiki, files.document),
      outcome: () => disk.mediaText('praxis:plan_2026.pdf') !== null,
    },
    {
      what: 'upload two files at once',
      expect: { verb: 'upload', link: null },
      act: (hand) => uploadInManager(hand, wiki, files.photo, files.note),
      outcome: () => disk.mediaText('praxis:foto.jpg') !== null && disk.mediaText('praxis:nota.pdf') !== null,
    },
    {
      what: 'upload a file whose type is refused',
      expect: null,
      silentMs: SILENT_AFTER_LOOKING_MS,
      act: async (hand) => {
        await hand.goto(manager(wiki, { tab_files: 'upload' }));
        await chooseAndUpload(hand, files.program);
        await hand.waitFor('.qq-upload-fail');
      },
      outcome: () => disk.mediaText('praxis:program.exe') === null,
    },
    {
      what: 'upload a file that is there already',
      expect: null,
      silentMs: SILENT_AFTER_LOOKING_MS,
      act: async (hand) => {
        await hand.goto(manager(wiki, { tab_files: 'upload' }));
        await chooseAndUpload(hand, files.note);
        await hand.waitFor('.qq-upload-fail');
      },
    },
    {
      what: 'upload a new version of a file',
      expect: { verb: 'upload', title: 'nota.pdf', link: null },
      act: async (hand) => {
        await showFile(hand, wiki, 'nota.pdf', 'view');
        await hand.click('#mediamanager__btn_update button');
        await hand.waitFor('.qq-upload-button');
        await hand.click('.dw__ow');
        await chooseAndUpload(hand, files.newNote);
        await hand.waitFor(UPLOADED);
      },
      outcome: () => disk.mediaText('praxis:nota.pdf') === 'nieuw',
    },
    {
      what: 'restore the old version of a file',
      expect: { verb: 'edit', title: 'nota.pdf', link: null },
      act: async (hand) => {
        await showFile(hand, wiki, 'nota.pdf', 'history');
        await hand.click('#page__revisions a[href*="rev="]:not([href*="mediado"])');
        await hand.click('#mediamanager__btn_restore button');
        await hand.waitForGone('#mediamanager__btn_restore');
      },
      outcome: () => disk.mediaText('praxis:nota.pdf') === 'oud',
    },
    {
      what: 'describe a photo',
      expect: { verb: 'edit', title: 'foto.jpg', link: null },
      act: async (hand) => {
        await showFile(hand, wiki, 'foto.jpg', 'edit');
        await hand.fill('#meta__10', 'Bouwplan');
        await hand.follow('button[name="mediado[save]"]');
      },
      outcome: () => disk.mediaText('praxis:foto.jpg')?.includes('Bouwplan') === true,
    },
    ...popupSteps(wiki, files),
    ...deletingSteps(wiki),
  ];
}

function popupSteps(wiki: RealWiki, files: Files): readonly Step<Hand>[] {
  const { disk } = wiki;
  return [
    {
      what: 'upload a file in the window beside the editor',
      expect: { verb: 'upload', title: 'tekening.pdf', link: null },
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'praxis:met_tekening', { do: 'edit' }));
        const window = await hand.opened(() => hand.click(MEDIA_BUTTON));
        await chooseAndUpload(window, files.drawing);
        await window.waitFor(UPLOADED);
        await aMoment();
        await window.close();
      },
      outcome: () => disk.mediaText('praxis:tekening.pdf') !== null,
    },
    {
      what: 'delete a file in the window beside the editor',
      expect: { verb: 'delete', title: 'tekening.pdf', link: null },
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'praxis:met_tekening', { do: 'edit' }));
        const window = await hand.opened(() => hand.click(MEDIA_BUTTON));
        await window.follow('a.btn_media_delete[href*="tekening"]');
        await aMoment();
        await window.close();
      },
      outcome: () => disk.mediaText('praxis:tekening.pdf') === null,
    },
  ];
}

function deletingSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { disk } = wiki;
  const press = async (hand: Hand, name: string): Promise<void> => {
    await showFile(hand, wiki, name, 'view');
    await hand.click('#mediamanager__btn_delete button');
  };
  return [
    {
      what: 'show a photo on a page',
      expect: { verb: 'edit', title: 'praxis:foto', link: wiki.linkTo('praxis:foto') },
      act: (hand) => save(hand, wiki, 'praxis:foto', '{{praxis:foto.jpg}}'),
      outcome: () => wiki.pageText('praxis:foto') !== null,
    },
    {
      what: 'delete a file that a page shows, which is refused',
      expect: null,
      silentMs: SILENT_AFTER_LOOKING_MS,
      act: async (hand) => {
        await press(hand, 'foto.jpg');
        await hand.waitFor('.file .info, .file .notify, .file .error');
      },
      outcome: () => disk.mediaText('praxis:foto.jpg') !== null,
    },
    {
      what: 'delete a file',
      expect: { verb: 'delete', title: 'plan_2026.pdf', link: null },
      act: async (hand) => {
        await press(hand, 'plan_2026.pdf');
        await hand.waitFor('.file .success');
      },
      outcome: () => disk.mediaText('praxis:plan_2026.pdf') === null,
    },
  ];
}

const MEDIA_BUTTON = '#tool__bar button:has(img[src*="image.png"])';
