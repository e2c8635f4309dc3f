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
  const named = await accountsByHandles(store, mentionsOf(text));
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
  const byName = chosen ?? inOrder(mentionsOf(text), named).find(({ place }) => place !== null);
  if (byName !== undefined) {
    if (await isFollowing(store, author.id, byName.id)) return { mentions, place: byName };
    throw new Refusal(422, `Validation failed: only members of @${byName.handle} post in it`);
  }
  const tags = tagsOf(text);
  const byTag = inOrder(tags, await accountsByHandles(store, tags)).filter(({ place }) => place !== null);
  for (const place of byTag) {
    if (await isFollowing(store, author.id, place.id)) return { mentions, place };
  }
  return { mentions, place: null };
}

function inOrder(handles: readonly string[], accounts: readonly Account[]): Account[] {
  return handles.flatMap(
    (handle) => accounts.find((account) => account.handle === handle.toLowerCase()) ?? [],
  );
}
