import { isOneStatement } from './database/at-once';
import { isCrossed, isDuplicate } from './error-code';
import { gathered } from './gather';
import { type Posted, postOfKey } from './post-keys';
import { listenersTo } from './post-links';
import { inTransaction, type Store } from './store';
import { isPlain, type NewPost, type NewStatus, writePlainPosts, writePosts } from './write-posts';

export type { Posted } from './post-keys';
export type { NewStatus } from './write-posts';

const MOST_CLASHES = 5;

/** Posts once. The key's row is written in the post's own transaction and is never deleted. */
export function postStatus(store: Store, status: NewStatus, key: string | null): Promise<Posted> {
  return postTogether(store, { status, key });
}

/** What a key stands for already; undefined where it is new. */
export async function postedWithKey(
  store: Store,
  accountId: string,
  key: string,
): Promise<Posted | undefined> {
  return postOfKey(store.db, store, accountId, key);
}

const postTogether = gathered(postAll, takes);

/** Two that may turn out to be one post are never written together: the second one has to find the first. */
function takes({ status: { accountId, text }, key }: NewPost): string[] {
  const words = `text ${accountId} ${text}`;
  return key === null ? [words] : [words, `key ${accountId} ${key}`];
}

async function postAll(store: Store, posts: readonly NewPost[]): Promise<readonly Posted[]> {
  return (await postPlainly(store, posts)) ?? postCarefully(store, posts);
}

/** Null: some of them need more than one statement. */
async function postPlainly(store: Store, posts: readonly NewPost[]): Promise<readonly Posted[] | null> {
  if (!isOneStatement(store.db) || !posts.every(isPlain)) return null;
  try {
    return await writePlainPosts(store, posts);
  } catch (error) {
    if (!isDuplicate(error) && !isCrossed(error)) throw error; // else a key is known, and has to be looked at
    return null;
  }
}

async function postCarefully(store: Store, posts: readonly NewPost[]): Promise<readonly Posted[]> {
  const authors = posts.map(({ status }) => status.accountId);
  const listeners = await listenersTo(store, authors);
  for (let clashes = 0; ; clashes += 1) {
    try {
      return await inTransaction(store, (trx) => writePosts(trx, store, posts, listeners));
    } catch (error) {
      // Two nodes drew one id: a new one settles it.
      if (!isDuplicate(error) || clashes === MOST_CLASHES) throw error;
    }
  }
}
