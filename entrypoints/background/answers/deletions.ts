import { fail, type Result } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { holdDiscarded, restoreDiscarded } from '@/utils/outbox/discard';
import { deletionsChanged } from '../discarded';
import type { IdentifiedCaller } from '../identify-caller';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function undo(
  services: Services,
  sync: Sync,
  id: string,
  caller: IdentifiedCaller,
): Reply<'discard:undo'> {
  if (!(await maySpeakOf(caller, id))) return fail({ code: 'not-allowed' });
  const restored = await restoreDiscarded(services.db, id, services.clock);
  deletionsChanged(services);
  if (restored.ok) void sync.now(); // it may be due already
  return restored;
}

export async function hold(services: Services, id: string, caller: IdentifiedCaller): Reply<'discard:hold'> {
  if (!(await maySpeakOf(caller, id))) return fail({ code: 'not-allowed' });
  return holdDiscarded(services.db, id, services.clock);
}
