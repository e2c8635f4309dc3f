import type { Answered, Entry, Receipt } from './entry';
import { isBehind, isNoWider, onward, restEnd } from './onward';
import type { OutboxDatabase } from './store';

type Tables = Pick<OutboxDatabase, 'entries'>;

/** The post of this entry has arrived, under this id: what waited behind it goes after it. */
export async function freeReplies(db: Tables, parent: Entry, postId: string, now: number): Promise<void> {
  await db.entries
    .where('[state+answers.entryId]')
    .equals(['waiting', parent.id])
    .filter(isBehind)
    .modify((reply, ref) => {
      ref.value = freed(reply, parent, postId, now);
    });
}

/** What this entry was to bring, or brought, is gone: replies to it that have not left wait for the person. */
export async function parkReplies(db: Tables, entryId: string): Promise<void> {
  await db.entries
    .where('[state+answers.entryId]')
    .equals(['waiting', entryId])
    .filter((reply) => isBehind(reply) || reply.firstTriedAt === null)
    .modify((reply, ref) => {
      ref.value = leftAlone(reply);
    });
}

/**
 * A reply as its post stands now: on its way where that has arrived, parked where it is gone, as it was while it is
 * still to come.
 */
export async function followed(
  db: Pick<OutboxDatabase, 'drafts' | 'entries' | 'discarded' | 'receipts' | 'communities'>,
  reply: Entry,
  now: number,
): Promise<Entry> {
  const parentId = reply.answers?.entryId ?? '';
  const receipt = await db.receipts.get(parentId);
  const parent = await db.entries.get(parentId);
  if (receipt === undefined) {
    return parent !== undefined || (await mayStillCome(db, parentId)) ? reply : leftAlone(reply);
  }
  if (receipt.withdrawnAt !== null) return leftAlone(reply);
  const free = freed(reply, parent ?? placeOf(receipt, reply), receipt.postId, now);
  if (free.state === 'parked') return free;
  return onward(free, await db.communities.get(receipt.communityId), now);
}

/** Taken back to be changed, or deleted a moment ago. */
async function mayStillCome(
  db: Pick<OutboxDatabase, 'drafts' | 'discarded'>,
  entryId: string,
): Promise<boolean> {
  return ((await db.drafts.get(entryId)) ?? (await db.discarded.get(entryId))) !== undefined;
}

/** Puts right what came or went without us: with a file, aside as a broken row. */
export async function freeFollowers(db: OutboxDatabase, now: number): Promise<void> {
  const behind = () =>
    db.entries
      .where('[state+answers.entryId]')
      .between(['waiting', ''], ['waiting', '\uffff'])
      .filter(isBehind);
  if ((await behind().limit(1).count()) === 0) return;
  await db.transaction('rw', [db.drafts, db.entries, db.discarded, db.receipts, db.communities], async () => {
    for (const reply of await behind().toArray()) {
      await db.entries.put(await followed(db, reply, now));
    }
  });
}

type Standing = Pick<Entry, 'communityId' | 'accountId' | 'placeId' | 'audience'>;

/** Account, community and place follow the post; never to where, or to more readers than, the person was shown. */
function freed(reply: Entry, parent: Standing, postId: string, now: number): Entry {
  const { answers } = reply;
  if (answers === null || !isAsShown(answers, parent)) return leftAlone(reply);
  const { communityId, accountId, placeId, audience } = parent;
  return {
    ...reply,
    ...{ communityId, accountId, placeId, audience },
    answers: { ...answers, communityId, postId },
    state: reply.firstTriedAt === null ? 'waiting' : 'uncertain',
    reason: null,
    detail: null,
    dueAt: Math.min(reply.dueAt, restEnd(reply, now)), // in the past as a rule: replies keep their own order
  };
}

function isAsShown({ communityId, placeId, audience }: Answered, parent: Standing): boolean {
  const sameCommunity = communityId === null || communityId === parent.communityId;
  return sameCommunity && placeId === parent.placeId && isNoWider(parent.audience, audience);
}

function leftAlone(reply: Entry): Entry {
  return { ...reply, state: 'parked', reason: 'answered-gone', detail: null, leasedUntil: 0 };
}

/** Where a post stands whose own copy was pruned. */
function placeOf({ communityId }: Receipt, { placeId, audience }: Entry): Standing {
  return { communityId, accountId: null, placeId, audience };
}
