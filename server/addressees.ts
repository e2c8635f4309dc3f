import { mentionsOf, tagsOf } from './content';
import { Refusal } from './problem';
import { type Account, accountById, accountsByHandles } from './store/accounts';
import { isFollowing } from './store/follows';
import type { StatusRow } from './store/statuses';
import type { Store } from './store/store';

interface Addressees {
  /** Ids of the people whom the text names. */
  readonly mentions: readonly string[];
  /** Where the post belongs; null: to the community as a whole. */
  readonly place: Account | null;
}

/**
 * Whom a text addresses. The place is chosen by the app, or named in the text: `@place` posts in it, for its members
 * only; `#place` means the same to a member and is a topic to everybody else. A reply stays where its parent is.
 */
export async function addresseesOf(
  store: Store,
  text: string,
  author: Account,
  { parent, placeId }: { readonly parent: StatusRow | null; readonly placeId: string | null },
): Promise<Addressees> {
  const [names, tags] = [mentionsOf(text), tagsOf(text)];
  const found = await accountsByHandles(store, [...names, ...tags]);
  const named = inOrder(names, found);
  const mentions = named.filter(({ place }) => place === null).map(({ id }) => id);
  const placeOfParent = parent?.place_id ?? null;
  if (placeOfParent !== null) {
    if (placeId !== null && placeId !== placeOfParent)
      throw new Refusal(422, 'Validation failed: a reply stays in the place of the post that it answers');
    return { mentions, place: (await accountById(store, placeOfParent)) ?? null };
  }
  const chosen = placeId === null ? undefined : await accountById(store, placeId);
  if (placeId !== null && !chosen?.place)
    throw new Refusal(422, 'Validation failed: this place does not exist');
  const meant = chosen ?? named.find(({ place }) => place !== null);
  if (meant !== undefined) {
    if (await isFollowing(store, author.id, meant.id)) return { mentions, place: meant };
    throw new Refusal(422, `Validation failed: only members of @${meant.handle} post in it`);
  }
  for (const place of inOrder(tags, found).filter((account) => account.place !== null)) {
    if (await isFollowing(store, author.id, place.id)) return { mentions, place };
  }
  return { mentions, place: null };
}

function inOrder(handles: readonly string[], accounts: readonly Account[]): Account[] {
  return handles.flatMap(
    (handle) => accounts.find((account) => account.handle === handle.toLowerCase()) ?? [],
  );
}
