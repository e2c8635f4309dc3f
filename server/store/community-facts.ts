import { type Clock, SECOND_MS } from '@/utils/kernel/clock';
import { countMembers } from './accounts';
import { standing } from './statuses';
import type { Store } from './store';

interface CommunityFacts {
  readonly members: number;
  /** Posts that stand; boosts are none. */
  readonly posts: number;
  /** ISO time. */
  readonly since: string;
}

const FRESH_MS = 5 * SECOND_MS;

/** How large the community is. Counted again when the last count is five seconds old: everybody may ask. */
export function communityFacts(store: Store, clock: Clock): () => Promise<CommunityFacts> {
  let known: { readonly at: number; readonly facts: Promise<CommunityFacts> } | null = null;
  return () => {
    if (known !== null && clock() - known.at < FRESH_MS) return known.facts;
    const facts = count(store);
    known = { at: clock(), facts };
    facts.catch(() => {
      known = null; // whoever asks next asks the database again
    });
    return facts;
  };
}

async function count(store: Store): Promise<CommunityFacts> {
  const posts = await standing(store)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('statuses.reblog_of_id', 'is', null)
    .executeTakeFirstOrThrow();
  const community = await store.db
    .selectFrom('communities')
    .select('created_at')
    .where('community_id', '=', store.communityId)
    .executeTakeFirstOrThrow();
  return { members: await countMembers(store), posts: Number(posts.count), since: community.created_at };
}
