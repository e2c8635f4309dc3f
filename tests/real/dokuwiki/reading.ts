import { type RealWiki, WIKI_MEMBER } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Step } from '../proof/step';
import { CANCEL, pageAddress } from './hands';

const PAGE = 'praxis:bespreking';

/** What people do in a wiki beside changing it; the pages of the other steps must be there. */
export function readingSteps(wiki: RealWiki): readonly Step<Hand>[] {
  const { disk } = wiki;
  return [
    {
      what: 'open a section in the editor, and leave it',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'praxis:aktenplan'));
        await hand.follow('.editbutton_2 button');
        await hand.follow(CANCEL);
      },
    },
    {
      what: 'search while typing, and then in full',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'start'));
        await hand.type('#qsearch__in', 'bespreking');
        await hand.waitFor('#qsearch__out li');
        await hand.follow('#dw__search button[type=submit]');
      },
    },
    {
      what: 'go through the files',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'start', { do: 'media' }));
        await hand.click('#mediamanager__page .namespaces a[href*="praxis"]');
        await hand.waitFor('.filelist a[href*="foto.jpg"]');
        await hand.click('.filelist a[href*="foto.jpg"]');
        await hand.waitFor('.file .panelContent img[src*="foto"]');
      },
    },
    {
      what: 'go through the index and the recent changes',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'start', { do: 'index' }));
        await hand.click('#index__tree a.idx_dir');
        await hand.waitFor('#index__tree li.open');
        await hand.goto(pageAddress(wiki, 'start', { do: 'recent' }));
      },
    },
    {
      what: 'compare revisions',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PAGE, { do: 'revisions' }));
        await hand.follow('#page__revisions a.diff_link');
      },
    },
    {
      what: 'subscribe to a page',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PAGE, { do: 'subscribe' }));
        await hand.follow('#subscribe__form button[name="do[subscribe]"]');
      },
      outcome: () => disk.isSubscribed(PAGE, WIKI_MEMBER.name),
    },
    {
      what: 'end a subscription',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, PAGE, { do: 'subscribe' }));
        await hand.follow('a.unsubscribe');
      },
      outcome: () => !disk.isSubscribed(PAGE, WIKI_MEMBER.name),
    },
    {
      what: 'change one’s profile',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'start', { do: 'profile' }));
        await hand.fill('#dw__register input[name=fullname]', 'Anna Peeters');
        await hand.fill('#dw__register input[name=oldpass]', WIKI_MEMBER.password);
        await hand.follow('#dw__register button[type=submit]');
      },
      outcome: () => disk.members().includes('Anna Peeters'),
    },
    {
      what: 'sign out',
      expect: null,
      act: async (hand) => {
        await hand.goto(pageAddress(wiki, 'start'));
        await hand.follow('#dokuwiki__usertools a[href*="do=logout"]');
        await hand.waitFor('#dokuwiki__usertools a[href*="do=login"]');
      },
    },
  ];
}
