import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import {
  discardEntry,
  readEntry,
  retry as retryEntry,
  takeBack as takeBackEntry,
} from '@/utils/outbox/entries';
import { entryView } from '../compose-overview';
import type { IdentifiedCaller } from '../identify-caller';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
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
  const { entry, receipt } = found.value;
  return succeed(entryView(entry, await services.db.communities.toArray(), receipt));
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
  return succeed(entryView(retried.value, await services.db.communities.toArray()));
}

export async function takeBack(
  services: Services,
  entryId: string,
  caller: IdentifiedCaller,
): Reply<'entry:take-back'> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  const draft = await takeBackEntry(services.db, entryId, { clock: services.clock });
  services.announce();
  return draft.ok ? succeed({ draftId: draft.value.id }) : draft;
}

export async function discard(services: Services, entryId: string): Reply<'entry:discard'> {
  const discarded = await discardEntry(services.db, entryId);
  services.announce();
  return discarded;
}
