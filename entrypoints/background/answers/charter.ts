import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import type { Charter } from '@/utils/practice/channels';
import { keepHere } from '../charter';
import type { IdentifiedCaller } from '../identify-caller';
import type { Services } from '../services';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function saveCharter(services: Services, charter: Charter): Reply<'charter:save'> {
  await services.changeSettings({ charter });
  return succeed(null);
}

export async function stayHere(draftId: string, caller: IdentifiedCaller): Reply<'compass:stay'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  await keepHere(draftId);
  return succeed(null);
}
