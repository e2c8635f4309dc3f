import type { Community } from '@/utils/community/community';
import { ANSWERED_MS, isDue, isWorthAsking, soonAgain } from '@/utils/library/responses';
import type { Response } from '@/utils/library/shelf';
import type { Receipt } from '@/utils/outbox/entry';
import type { Services } from './services';

/** As many as the popup shows; who shares more in two months hears of the newest. */
const MOST_POSTS = 20;

/** A community that is to be asked now, and the posts there whose look is due. */
export interface Turn {
  readonly community: Community;
  readonly due: readonly Receipt[];
}

/** Posts whose look is due, noted as looked at: popup and delivery may come at once. */
export async function takeTurns({ db, clock }: Services): Promise<readonly Turn[]> {
  const now = clock();
  const readDue = async (): Promise<Turn[]> => {
    const paces = new Map((await db.paces.toArray()).map(({ communityId, until }) => [communityId, until]));
    const asks = ({ id, signedOut, kind }: Community) =>
      !signedOut && kind !== 'page' && (paces.get(id) ?? 0) <= now;
    const communities = (await db.communities.toArray()).filter(asks);
    const receipts = communities.length === 0 ? [] : await ownReceipts(db, communities, now);
    const known = await db.responses.bulkGet(receipts.map(({ entryId }) => entryId));
    const looked = receipts.map((receipt, index) => ({
      receipt,
      arrivedAt: receipt.at,
      askedAt: known[index]?.askedAt,
    }));
    return communities.flatMap((community) => {
      const there = looked.filter(({ receipt }) => receipt.communityId === community.id);
      if (!isWorthAsking(there, now)) return [];
      const due = there.filter(({ arrivedAt, askedAt }) => isDue(arrivedAt, askedAt, now));
      return [{ community, due: due.map(({ receipt }) => receipt) }];
    });
  };
  if ((await readDue()).length === 0) return []; // mostly: then nothing has to wait for a write
  return db.transaction('rw', [db.responses, db.communities, db.paces, db.receipts], async () => {
    const turns = await readDue();
    for (const receipt of turns.flatMap(({ due }) => due)) {
      const stored = (await db.responses.get(receipt.entryId)) ?? nothingYet(receipt);
      await db.responses.put({ ...stored, askedAt: now });
    }
    return turns;
  });
}

/** The newest that stand in one of these communities; what was corrected is one post. */
function ownReceipts(
  { receipts }: Services['db'],
  communities: readonly Community[],
  now: number,
): Promise<Receipt[]> {
  const ids = new Set(communities.map(({ id }) => id));
  const stands = ({ communityId, corrects, withdrawnAt }: Receipt): boolean =>
    ids.has(communityId) && corrects === null && withdrawnAt === null;
  const recent = receipts.where('at').above(now - ANSWERED_MS);
  return recent.reverse().filter(stands).limit(MOST_POSTS).toArray();
}

function nothingYet({ entryId, communityId, postId }: Receipt): Response {
  const none = { thanks: 0, replyCount: 0, replies: [], askedAt: 0, toldThanks: 0, toldAt: 0 };
  return { entryId, communityId, postId, ...none };
}

/** Nothing was asked, as that would have been too much at once: the day's look is not spent. */
export async function lookSoonAgain({ db, clock }: Services, entryIds: readonly string[]): Promise<void> {
  const askedAt = soonAgain(clock());
  for (const entryId of entryIds) await db.responses.update(entryId, { askedAt });
}
