import { setTimeout as wait } from 'node:timers/promises';
import { type RealWiki, WIKI_MEMBER } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Step } from '../proof/step';
import { CANCEL, change, PREVIEW, pageAddress, SAVE, save, signIn, TEXT } from './hands';

/** While somebody types, the wiki keeps lock and draft once in so long. */
const LOCK_EVERY_MS = 31_000;
const PAGE = 'praxis:bespreking';

/** A change that is cancelled, and one that meets somebody else's. */
export function conflictSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { disk, pageText } = wiki;
  return [
    {
      what: 'make a page to change',
      expect: { verb: 'edit', title: PAGE, link: wiki.linkTo(PAGE) },
      act: (hand) => save(hand, wiki, PAGE, 'Eerste versie.'),
      outcome: () => pageText(PAGE) !== null,
    },
    {
      what: 'cancel a change',
      expect: null,
      act: async (hand) => {
        await change(hand, wiki, PAGE, 'Toch niet.');
        await hand.follow(CANCEL);
      },
      outcome: () => pageText(PAGE)?.includes('Toch niet') === false && !disk.isLocked(PAGE),
    },
    {
      what: 'save while somebody else has saved',
      expect: null,
      act: async (hand) => {
        await change(hand, wiki, PAGE, 'Van mij.');
        disk.saveElsewhere(PAGE, 'Van een ander.');
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PAGE) === 'Van een ander.',
    },
    {
      what: 'save one’s own version all the same',
      expect: { verb: 'edit', title: PAGE, link: wiki.linkTo(PAGE) },
      act: (hand) => hand.follow('button[name="do[save]"]'),
      outcome: () => pageText(PAGE)?.includes('Van mij.') === true,
    },
  ];
}

/** What else begins as a change and ends as none; the page of the conflict must be there. */
export function refusedSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { disk, pageText } = wiki;
  const { name } = WIKI_MEMBER;
  return [
    {
      what: 'look at a preview',
      expect: null,
      act: async (hand) => {
        await change(hand, wiki, PAGE, 'Nog niet zeker.');
        await hand.follow(PREVIEW);
      },
      outcome: () => pageText(PAGE)?.includes('zeker') === false && disk.hasDraft(PAGE, name),
    },
    {
      what: 'leave the editor without saving',
      expect: null,
      act: (hand) => hand.goto(pageAddress(wiki, PAGE)),
      outcome: () => pageText(PAGE)?.includes('zeker') === false && !disk.hasDraft(PAGE, name),
    },
    {
      what: 'type for a while: lock and draft are kept',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PAGE, { do: 'edit' }));
        await wait(LOCK_EVERY_MS);
        await hand.type(TEXT, ' En ik typ.');
      },
      outcome: () => disk.hasDraft(PAGE, name) && pageText(PAGE)?.includes('ik typ') === false,
    },
    {
      what: 'cancel after a while of typing',
      expect: null,
      act: (hand) => hand.follow(CANCEL),
      outcome: () => !disk.hasDraft(PAGE, name) && pageText(PAGE)?.includes('ik typ') === false,
    },
    {
      what: 'save where one may not any more',
      expect: null,
      act: async (hand) => {
        await change(hand, wiki, 'gesloten:plan', 'Mag dit nog?');
        disk.closeForWriting('gesloten');
        await hand.follow(SAVE);
      },
      outcome: () => pageText('gesloten:plan') === null,
    },
    {
      what: 'open the editor where one may only read',
      expect: null,
      act: (hand) => hand.goto(pageAddress(wiki, 'gesloten:plan', { do: 'edit' })),
      outcome: () => pageText('gesloten:plan') === null,
    },
    {
      what: 'save after the session has expired',
      expect: null,
      act: async (hand) => {
        await change(hand, wiki, PAGE, 'Wie ben ik?');
        disk.endSessions();
        await hand.follow(SAVE);
      },
      outcome: () => pageText(PAGE)?.includes('Wie ben ik') === false,
    },
    { what: 'sign in again', expect: null, act: (hand) => signIn(hand, wiki) },
  ];
}
