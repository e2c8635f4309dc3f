import type { RealWiki, WikiAddresses } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Step } from '../proof/step';
import type { Files } from './files';
import { signIn } from './hands';
import { mediaSteps } from './media';
import { pageSteps, sectionSteps } from './pages';
import { readingSteps } from './reading';
import { conflictSteps, refusedSteps } from './refused';

/** What depends on how the wiki makes its addresses. */
export function addressSteps(wiki: RealWiki, addresses: WikiAddresses): readonly Step<Hand>[] {
  return [
    { what: 'sign in', expect: null, act: (hand) => signIn(hand, wiki) },
    ...pageSteps(wiki),
    // A known miss: a rewritten section is sent to the bare address of its page, which looks like any form on any
    // site. To see it we would have to listen to all of them, sign-ins too.
    ...(addresses === 'rewritten' ? [] : sectionSteps(wiki)),
    ...conflictSteps(wiki),
  ];
}

/** Everything, from signing in to signing out. */
export function allSteps(wiki: RealWiki, files: Files): readonly Step<Hand>[] {
  return [
    { what: 'sign in', expect: null, act: (hand) => signIn(hand, wiki) },
    ...pageSteps(wiki),
    ...sectionSteps(wiki),
    ...conflictSteps(wiki),
    ...mediaSteps(wiki, files),
    ...refusedSteps(wiki),
    ...readingSteps(wiki),
  ];
}
