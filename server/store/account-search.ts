import type { Account } from './accounts';
import { accountsByIds } from './accounts';
import type { Store } from './store';

interface Named {
  readonly id: string;
  readonly handle: string;
  readonly display_name: string;
}

interface SearchOptions {
  readonly limit: number;
  readonly offset?: number;
  /** Only accounts that this member follows. */
  readonly followedBy?: string | undefined;
}

/** People and places whose handle, or a word of whose name, begins with what is asked; the best first. */
export async function searchAccounts(
  store: Store,
  asked: string,
  { limit, offset = 0, followedBy }: SearchOptions,
): Promise<Account[]> {
  let all = store.db
    .selectFrom('accounts')
    .select(['id', 'handle', 'display_name'])
    .where('community_id', '=', store.communityId);
  if (followedBy !== undefined) {
    all = all.where('id', 'in', (eb) =>
      eb
        .selectFrom('follows')
        .select('target_id')
        .where('community_id', '=', store.communityId)
        .where('account_id', '=', followedBy)
        .where('state', '=', 'accepted'),
    );
  }
  const ids = bestMatches(await all.execute(), asked).slice(offset, offset + limit);
  const accounts = await accountsByIds(store, ids);
  return ids.flatMap((id) => accounts.get(id) ?? []);
}

/**
 * The ids of those that match, best first. Compared here and not in the database: a community has thousands of names at
 * most, and neither database folds É to e by itself.
 */
export function bestMatches(named: readonly Named[], asked: string): string[] {
  const wanted = folded(asked).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  return named
    .map((one) => ({ ...one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank || (one.handle < other.handle ? -1 : 1))
    .map(({ id }) => id);
}

/** 3: this is the handle. 2: the handle begins so. 1: every word begins the handle or a word of the name. */
function rankOf({ handle, display_name }: Named, wanted: readonly string[]): number {
  if (wanted.length === 1 && handle === wanted[0]) return 3;
  if (wanted.length === 1 && handle.startsWith(wanted[0] ?? '')) return 2;
  const words = [handle, ...folded(display_name).split(' ')];
  return wanted.every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0;
}

/** Without accents and capitals, words apart. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}
