import { Refusal } from './problem';
import { type Account, accountById, accountsByHandles } from './store/accounts';
import { isFollowing } from './store/follows';
import type { StatusRow } from './store/statuses';
import type { Store } from './store/store';

/** What a text may address somebody by. */
export interface Called {
  /** With '@' before them. */
  readonly names: readonly string[];
  /** With '#' before them. */
  readonly tags: readonly string[];
}

export interface Addressees {
  /** Ids of the people whom the text names. */
  readonly mentions: readonly string[];
  /** Where the post belongs; null: to the community as a whole. */
  readonly place: Account | null;
}

/**
 * Where a post belongs whatever its text says: in the place that its parent is in, or that the app chose. Undefined: its
 * text may say it.
 */
export async function placeGiven(
  store: Store,
  author: Account,
  { parent, placeId }: { readonly parent: StatusRow | null; readonly placeId: string | null },
): Promise<Account | null | undefined> {
  const placeOfParent = parent?.place_id ?? null;
  if (placeOfParent !== null) {
    if (placeId !== null && placeId !== placeOfParent)
      throw new Refusal(422, 'Validation failed: a reply stays in the place of the post that it answers');
    return (await accountById(store, placeOfParent)) ?? null;
  }
  if (placeId === null) return undefined;
  const chosen = await accountById(store, placeId);
  if (!chosen?.place) throw new Refusal(422, 'Validation failed: this place does not exist');
  return ownPlace(store, author, chosen);
}

/**
 * Whom a text addresses. Unless it is given where the post belongs, the text says it: `@place` posts in it, for its
 * members only; `#place` means the same to a member and is a topic to everybody else.
 */
export async function addresseesOf(
  store: Store,
  author: Account,
  { names, tags }: Called,
  given: Account | null | undefined,
): Promise<Addressees> {
  const found = await accountsByHandles(store, [...names, ...tags]);
  const named = inOrder(names, found);
  const mentions = named.filter(({ place }) => place === null).map(({ id }) => id);
  if (given !== undefined) return { mentions, place: given };
  const meant = named.find(({ place }) => place !== null);
  if (meant !== undefined) return { mentions, place: await ownPlace(store, author, meant) };
  for (const place of inOrder(tags, found).filter((account) => account.place !== null)) {
    if (await isFollowing(store, author.id, place.id)) return { mentions, place };
  }
  return { mentions, place: null };
}

/** A place, for its members. */
async function ownPlace(store: Store, author: Account, place: Account): Promise<Account> {
  if (await isFollowing(store, author.id, place.id)) return place;
  throw new Refusal(422, `Validation failed: only members of @${place.handle} post in it`);
}

function inOrder(handles: readonly string[], accounts: readonly Account[]): Account[] {
  return handles.flatMap(
    (handle) => accounts.find((account) => account.handle === handle.toLowerCase()) ?? [],
  );
}
