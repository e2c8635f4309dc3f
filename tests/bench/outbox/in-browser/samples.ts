import type { Community } from '@/utils/community/community';
import { communityId } from '@/utils/community/store';
import { newId, newReference } from '@/utils/kernel/ids';
import type { Draft, Entry } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import { render } from '@/utils/practice/render';
import type { PracticeWords } from '@/utils/practice/words';
import { textOf } from '../../server/corpus';

export const DUTCH: PracticeWords = {
  did: 'Wat ik deed',
  why: 'Waarom',
  tip: 'Tip',
  page: 'Pagina',
  question: 'Vraag',
  purpose: 'Waarvoor',
  answer: 'Antwoord',
  reuse: 'Hergebruikt',
  conclusion: 'Wat we afspraken',
  discussion: 'Gesprek',
};

/** Where posts go: an account at a server, and its token. */
export interface Target {
  readonly origin: string;
  readonly accountId: string;
  readonly token: string;
}

export function communityOf({ origin, accountId }: Target): Community {
  const account = { accountId, accountName: 'Bench', accountHandle: 'bench' };
  return {
    id: communityId({ connector: 'mastodon', origin, accountId }),
    ...{ connector: 'mastodon', origin, name: 'Bench', ...account, scope: 'own', maxCharacters: 5_000 },
    ...{ keepsKeys: true, canEdit: true, canRemove: true, audiences: ['members'], places: null },
    ...{ connectedAt: 1, signedOut: false },
  };
}

/** The nth practice, about 600 bytes as a post. */
export function practiceOf(n: number): Practice {
  const [title = '', did = ''] = textOf(n).split('\n\n');
  return { title, did, why: did, tip: '', topics: ['archief'], link: null, language: 'nl' };
}

export function draftOf(n: number): Draft {
  const now = Date.now();
  const [id, reference, practice] = [newId(), newReference(), practiceOf(n)];
  const origin = { activityId: null, corrects: null, answers: null };
  return { id, reference, practice, ...origin, revision: 0, createdAt: now, updatedAt: now };
}

/** As the outbox keeps it once it was sent, and has waited since `createdAt`. */
export function entryOf(draft: Draft, community: Community, createdAt = Date.now()): Entry {
  const { id, reference, practice } = draft;
  return {
    ...{ id, key: newId(), reference, communityId: community.id, accountId: community.accountId },
    ...{ placeId: null, audience: 'members', corrects: null, answers: null, practice },
    ...{
      text: render(practice, reference, DUTCH),
      state: 'waiting',
      reason: null,
      detail: null,
      attempts: 0,
    },
    ...{
      createdAt,
      dueAt: createdAt,
      restsUntil: null,
      firstTriedAt: null,
      lastTriedAt: null,
      leasedUntil: 0,
    },
  };
}
