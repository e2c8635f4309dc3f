import type { Verb } from '@/utils/activity/activity';
import type { RealWiki } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Expected, Step } from '../proof/step';
import { change, PREVIEW, pageAddress, SAVE, save, TEXT } from './hands';

const PLAN = 'praxis:aktenplan';
const SECTIONS = '====== Aktenplan ======\n\nVoor iedereen.\n\n===== Mappen =====\n\nEen per zaak.\n';

/** What people do with pages. */
export function pageSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { disk, pageText } = wiki;
  const of = (verb: Verb, id: string): Expected => ({ verb, title: id, link: wiki.linkTo(id) });
  return [
    {
      what: 'make a page',
      expect: of('edit', PLAN),
      act: (hand) => save(hand, wiki, PLAN, SECTIONS),
      outcome: () => pageText(PLAN)?.includes('Een per zaak.') === true,
    },
    {
      what: 'change a page after a preview',
      expect: of('edit', PLAN),
      act: async (hand) => {
        await change(hand, wiki, PLAN, `${SECTIONS}Of per klant.\n`);
        await hand.follow(PREVIEW);
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PLAN)?.includes('Of per klant.') === true,
    },
    {
      what: 'a small change with a summary',
      expect: of('edit', PLAN),
      act: async (hand) => {
        await change(hand, wiki, PLAN, `${SECTIONS}\nKlein.`);
        await hand.fill('#edit__summary', 'een komma');
        await hand.click('#edit__minoredit');
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PLAN)?.includes('Klein.') === true,
    },
    {
      what: 'restore an old revision',
      expect: of('edit', PLAN),
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PLAN, { rev: disk.revisions(PLAN)[0] ?? '' }));
        await hand.follow('#dokuwiki__pagetools .revert a');
      },
      outcome: () => pageText(PLAN)?.includes('Klein.') === false,
    },
    {
      what: 'make a page in another namespace, with letters that are escaped',
      expect: of('edit', 'beleid:2026:prive'), // the wiki's own spelling
      act: (hand) => save(hand, wiki, 'beleid:2026:privé', 'Alleen hier.'),
      outcome: () => pageText('beleid:2026:prive') !== null,
    },
    {
      what: 'delete a page',
      expect: of('delete', PLAN),
      act: (hand) => save(hand, wiki, PLAN, ''),
      outcome: () => pageText(PLAN) === null,
    },
    {
      what: 'bring a deleted page back from an old revision',
      expect: of('edit', PLAN),
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PLAN, { rev: disk.revisions(PLAN)[0] ?? '', do: 'edit' }));
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PLAN)?.includes('Voor iedereen.') === true,
    },
  ];
}

/** What people do with one section of a page; the page that others made must be there. */
export function sectionSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { pageText } = wiki;
  const expect: Expected = { verb: 'edit', title: PLAN, link: wiki.linkTo(PLAN) };
  return [
    {
      what: 'empty a section',
      expect,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PLAN));
        await hand.follow('.editbutton_2 button');
        await hand.fill(TEXT, '');
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PLAN)?.includes('Mappen') === false,
    },
    {
      what: 'put a section back',
      expect,
      act: (hand) => save(hand, wiki, PLAN, SECTIONS),
      outcome: () => pageText(PLAN)?.includes('Een per zaak.') === true,
    },
    {
      what: 'change a section',
      expect,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PLAN));
        await hand.follow('.editbutton_2 button');
        await hand.type(TEXT, '\nEn een voor de rest.');
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PLAN)?.includes('En een voor de rest.') === true,
    },
  ];
}
