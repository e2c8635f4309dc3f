import { accountsByHandles } from './accounts';
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
export async function postStatus(store: Store, status: NewStatus, key: string | null): Promise<Posted> {
  const posted = await postTogether(store, { status, key, called: [] });
  if (posted === undefined) throw new Error('a post that calls nobody was not made');
  return posted;
}

/**
 * The same, unless somebody is called by the post: then nothing is posted, and nothing answered; nor where it takes more
 * than one statement to find out.
 */
export async function postUnlessCalled(store: Store, post: NewPost): Promise<Posted | undefined> {
  return isOneStatement(store.db) && isPlain(post) ? postTogether(store, post) : undefined;
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

/** Undefined for those by which somebody is called. */
async function postAll(store: Store, posts: readonly NewPost[]): Promise<readonly (Posted | undefined)[]> {
  const posted = await postPlainly(store, posts);
  if (posted !== null) return posted;
  const calling = await callingIn(store, posts);
  if (calling.size === 0) return postCarefully(store, posts);
  const others = posts.filter((post) => !calling.has(post));
  const answers = others.length === 0 ? [] : await postAll(store, others);
  return posts.map((post) => answers[others.indexOf(post)]);
}

async function callingIn(store: Store, posts: readonly NewPost[]): Promise<Set<NewPost>> {
  const found = await accountsByHandles(
    store,
    posts.flatMap(({ called }) => called),
  );
  const handles = new Set(found.map(({ handle }) => handle));
  return new Set(posts.filter(({ called }) => called.some((handle) => handles.has(handle))));
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
