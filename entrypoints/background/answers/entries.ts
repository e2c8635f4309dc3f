import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { beginAnswer } from '@/utils/outbox/answer';
import { beginConclusion, beginTelling } from '@/utils/outbox/conclude';
import { beginCorrection, shareAgain } from '@/utils/outbox/correct';
import { discardEntry } from '@/utils/outbox/discard';
import { readEntry, retry as retryEntry, takeBack as takeBackEntry } from '@/utils/outbox/entries';
import type { Draft } from '@/utils/outbox/entry';
import { readPost } from '@/utils/outbox/post';
import type { OutboxProblem } from '@/utils/outbox/store';
import { withdraw as withdrawPost } from '@/utils/outbox/withdraw';
import { updateBadge } from '../badge';
import { deletionsChanged } from '../discarded';
import { startDraftElsewhere } from '../drafts';
import { viewEntry } from '../entry-views';
import type { IdentifiedCaller } from '../identify-caller';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
import { bindFrame } from '../tickets';
import { unattended } from '../unattended';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function read(
  services: Services,
  entryId: string,
  caller: IdentifiedCaller,
): Reply<'entry:read'> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  const found = await readEntry(services.db, entryId);
  if (!found.ok) return found;
  return succeed(await viewEntry(services, found.value.entry));
}

export async function retry(
  services: Services,
  sync: Sync,
  entryId: string,
  caller: IdentifiedCaller,
): Reply<'entry:retry'> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  const retried = await retryEntry(services.db, entryId, services.clock);
  if (!retried.ok) return retried;
  services.announce();
  void sync.now();
  return succeed(await viewEntry(services, retried.value));
}

export async function takeBack(
  services: Services,
  entryId: string,
  caller: IdentifiedCaller,
): Reply<'entry:take-back'> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  const draft = await takeBackEntry(services.db, entryId, { clock: services.clock });
  services.announce();
  unattended(updateBadge(services));
  return draft.ok ? succeed({ draftId: draft.value.id }) : draft;
}

export async function discard(services: Services, entryId: string): Reply<'entry:discard'> {
  const discarded = await discardEntry(services.db, entryId, services.clock);
  deletionsChanged(services);
  return discarded;
}

/** What can be begun from a post, by the message that asks for it: each gives the draft to go on with. */
const BEGINNINGS = {
  'entry:correct': ({ db, clock }, entryId) => beginCorrection(db, entryId, { clock }),
  'entry:answer': ({ db, clock }, entryId) => beginAnswer(db, entryId, { clock }),
  'entry:conclude': ({ db, clock }, entryId) => beginConclusion(db, entryId, { clock }),
  'entry:tell': async ({ db, clock, words }, entryId) => {
    const { t } = await words();
    return beginTelling(db, entryId, { clock, tell: (url) => t('sidebar.tell-conclusion', { url }) });
  },
  'entry:share-again': ({ db, clock }, entryId) => shareAgain(db, entryId, { clock }),
  'entry:share-link': async (services, entryId) => {
    const post = await readPost(services.db, entryId);
    if (post === null) return fail({ code: 'entry-gone' });
    if (post.first.withdrawnAt !== null) return fail({ code: 'post-withdrawn' });
    return startDraftElsewhere(services, post);
  },
} as const satisfies Record<string, Begin>;

type Begin = (services: Services, entryId: string) => Promise<Result<Draft, OutboxProblem | Problem>>;

export async function begin(
  name: keyof typeof BEGINNINGS,
  services: Services,
  entryId: string,
  caller: IdentifiedCaller,
): Promise<Result<{ readonly draftId: string }, Problem>> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  return goOnWith(services, await BEGINNINGS[name](services, entryId), caller);
}

/** A frame speaks about one draft: from now on that is this one. */
export async function goOnWith(
  services: Services,
  draft: Result<Draft, OutboxProblem | Problem>,
  caller: IdentifiedCaller,
): Promise<Result<{ readonly draftId: string }, Problem>> {
  if (!draft.ok) return draft;
  if (caller.kind === 'frame') await bindFrame(caller, draft.value.id);
  services.announce();
  return succeed({ draftId: draft.value.id });
}

export async function withdraw(services: Services, entryId: string): Reply<'entry:withdraw'> {
  const withdrawn = await withdrawPost(services, entryId);
  services.announce(); // also where it failed: the sign-in may have turned out to be expired
  return withdrawn;
}
