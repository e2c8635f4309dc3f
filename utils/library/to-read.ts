import type { Shared } from './shelf';

/**
 * Practices for whoever reads here for the first time, at most `count`: by others than `ownIds`, the most thanked first,
 * each by somebody else while there are enough of them. `shared` newest first.
 */
export function worthReading(
  shared: readonly Shared[],
  ownIds: ReadonlySet<string>,
  count: number,
): readonly Shared[] {
  const theirs = shared
    .filter(({ practice, authorId }) => practice.kind === undefined && !ownIds.has(authorId))
    .toSorted((one, other) => other.thanks - one.thanks || other.at - one.at);
  const authors = new Set<string>();
  const first = theirs.filter(({ authorId }) => !authors.has(authorId) && authors.add(authorId));
  return [...first, ...theirs.filter((one) => !first.includes(one))].slice(0, count);
}
