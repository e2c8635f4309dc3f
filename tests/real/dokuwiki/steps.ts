import type { RealWiki } from '../dokuwiki';
import type { Hand } from '../proof/hand';
import type { Step } from '../proof/step';
import type { Files } from './files';
import { signIn } from './hands';
import { mediaSteps } from './media';
import { pageSteps } from './pages';
import { readingSteps } from './reading';
import { refusedSteps } from './refused';

/** Signing in and all that is done with pages: what depends on how the wiki makes its addresses. */
export function addressSteps(wiki: RealWiki): readonly Step<Hand>[] {
  return [
    { what: 'sign in', expect: null, act: (hand) => signIn(hand, wiki) },
    ...pageSteps(wiki),
    ...refusedSteps(wiki),
  ];
}

/** Everything, from signing in to signing out. */
export function allSteps(wiki: RealWiki, files: Files): readonly Step<Hand>[] {
  return [
    { what: 'sign in', expect: null, act: (hand) => signIn(hand, wiki) },
    ...pageSteps(wiki),
    ...mediaSteps(wiki, files),
    ...refusedSteps(wiki),
    ...readingSteps(wiki),
  ];
}
