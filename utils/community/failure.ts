import type { PostRef } from './post';

/** Why a platform did not do it. `applied` says whether it may have happened all the same. */
export type Failure =
  | {
      readonly kind: 'retry';
      readonly applied: 'no' | 'unknown';
      readonly afterMs?: number;
      readonly answered: boolean;
    }
  /** `consent`: an administrator has to allow it first. */
  | { readonly kind: 'auth'; readonly why: 'expired' | 'forbidden' | 'consent' }
  /** `message`: what the platform said, '' where it said nothing. `why`: what we know of it instead. */
  | { readonly kind: 'invalid'; readonly message: string; readonly why?: 'captcha' | 'word' }
  | { readonly kind: 'too-long'; readonly max?: number }
  | { readonly kind: 'duplicate'; readonly ref?: PostRef }
  /** With `postId`: it was there under our key, and was removed since. */
  | { readonly kind: 'gone'; readonly postId?: string }
  /** What stands there was changed by somebody else since we wrote it; nothing was overwritten. `version`: what it met. */
  | { readonly kind: 'conflict'; readonly version?: string }
  | { readonly kind: 'moved'; readonly to?: string }
  | { readonly kind: 'not-a-community' };

/** A status in other words, and nothing besides. */
const STATUS_ALONE =
  /^(?:http|error|code|status|[\s\d/.:#-])*(?:bad request|unprocessable (?:entity|content)|method not allowed|not acceptable|unknown error)?\.?$/iu;
/** One word that only programs read: `rest_invalid_param`, `api.post.error`, `invalidRequest`. */
const CODE = /^(?=\S*(?:[_\d/]|\w[.:]\w|[a-z][A-Z]))[\x21-\x7e]+$/u;

/** What a platform said, where a person can read it; else ''. */
export function readable(said: string): string {
  const isForPeople = /\p{L}{2}/u.test(said) && !STATUS_ALONE.test(said) && !CODE.test(said);
  return isForPeople ? said : '';
}

/** Nothing was sent: it would have been more than the platform allows, for so many ms. */
export function keptBack(afterMs: number): Failure {
  return { kind: 'retry', applied: 'no', answered: false, afterMs };
}

/**
 * In how many ms there may be more, where we kept to the platform's limit and nothing was written; null for every other
 * failure, also where a step before the one that we kept back wrote something.
 */
export function keptBackFor(failure: Failure): number | null {
  if (failure.kind !== 'retry' || failure.applied === 'unknown') return null;
  // Who does not answer cannot say when to come back: that was us.
  return failure.answered ? null : (failure.afterMs ?? null);
}
