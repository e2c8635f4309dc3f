import type { Community } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Shared } from '@/utils/library/shelf';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { beginReply, type ReplyWish } from '@/utils/outbox/reply';
import { titleOf } from '@/utils/practice/tidy';
import type { IdentifiedCaller } from '../identify-caller';
import { openQuestionViews } from '../questions';
import type { Services } from '../services';
import { giveThanks } from '../thank';
import { maySpeakOf } from './drafts';
import { goOnWith } from './entries';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function openOnes(
  services: Services,
  { entryId }: RequestOf<'question:open'>,
  caller: IdentifiedCaller,
): Reply<'question:open'> {
  if (!(await maySpeakOf(caller, entryId ?? ''))) return fail({ code: 'not-allowed' });
  return succeed(await openQuestionViews(services, entryId));
}

/** A draft that answers what somebody asked, or tells in one line what came of what they shared. */
export async function begin(
  services: Services,
  sharedId: string,
  kind: ReplyWish['kind'],
  caller: IdentifiedCaller,
): Reply<'shared:answer' | 'shared:reuse'> {
  const { db, clock } = services;
  const shared = await db.shared.get(sharedId);
  const community = shared === undefined ? undefined : await db.communities.get(shared.communityId);
  if (shared === undefined || community === undefined) return fail({ code: 'shared-gone' });
  const { postId, communityId, placeId = null, practice } = shared;
  const title = titleOf(practice);
  const answers = { postId, communityId, title, placeId, audience: readersOf(shared, community) };
  const { language } = practice;
  return goOnWith(services, await beginReply(db, { kind, answers, language }, { clock }), caller);
}

/** What only came home may be for a few: a reply to it must not be read by more. */
function readersOf({ source }: Shared, { audiences }: Community): Audience {
  if (source === 'home' && audiences.includes('followers')) return 'followers';
  return audiences[0] ?? 'followers';
}

/** Thanks leave at once; what is shown as thanked is what the community confirmed. */
export async function thank(
  services: Services,
  { sharedId, on }: RequestOf<'shared:thank'>,
): Reply<'shared:thank'> {
  const { db, announce } = services;
  const shared = await db.shared.get(sharedId);
  if (shared === undefined) return fail({ code: 'shared-gone' });
  if (shared.thanked === on) return succeed(null); // a second press, or a page that has not heard yet
  const thanked = await giveThanks(services, { ...shared, on });
  if (!thanked.ok) return thanked;
  await db.shared
    .where({ id: sharedId })
    .filter((row) => row.thanked !== on)
    .modify((row) => {
      row.thanked = on;
      row.thanks = Math.max(0, row.thanks + (on ? 1 : -1));
    });
  announce();
  return succeed(null);
}
