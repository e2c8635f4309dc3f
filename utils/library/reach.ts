import type { Community } from '@/utils/community/community';
import type { FoundPost } from '@/utils/community/connector';
import type { Reach, Shared, Stretch } from './shelf';

export type Source = Shared['source'];

/** Posts that are read one after the other: those of a whole community, or those of one place. */
export interface List {
  readonly source: Source;
  /** Null: beside all places. Absent: of the whole community. */
  readonly placeId?: string | null;
}

/** One request: the newest posts of a list, what lies between two looks, or older ones. */
export interface Step {
  readonly list: List;
  readonly part: 'newest' | 'gap' | 'older';
  readonly cursor?: string;
  /** Epoch ms; posts before it are known. */
  readonly since: number;
}

/** What a step brought; posts newest first. */
export interface Found {
  readonly posts: readonly Pick<FoundPost, 'at'>[];
  readonly cursor: string | null;
}

const UNREAD: Stretch = { newestAt: 0, lookedAt: 0 };
/** For news of so many lists in a turn: with more places than that older posts would never be read. */
const MOST_LOOKS = 5;

export function unread(communityId: string): Reach {
  return { communityId, aloud: UNREAD, home: UNREAD, askedAt: 0, until: 0 };
}

/** What is read in a community: two lists of everything, or each of its places. Nothing where it is made of pages. */
export function listsOf({ kind, readsBy, needsPlace, places }: Community): readonly List[] {
  if (kind === 'page') return [];
  if (readsBy !== 'place') return [{ source: 'aloud' }, { source: 'home' }];
  const beside: List[] = needsPlace === true ? [] : [{ source: 'aloud', placeId: null }];
  return [...beside, ...(places ?? []).map(({ id }): List => ({ source: 'aloud', placeId: id }))];
}

export function isSameList(one: List, other: List): boolean {
  return one.source === other.source && one.placeId === other.placeId;
}

/** How far a list was read. */
export function stretchOf(reach: Reach, { source, placeId }: List): Stretch {
  return placeId === undefined ? reach[source] : (reach.places?.[placeId ?? ''] ?? UNREAD);
}

/** The reach with one of its lists read so far. */
export function withStretch(reach: Reach, { source, placeId }: List, stretch: Stretch): Reach {
  if (placeId === undefined) return { ...reach, [source]: stretch };
  return { ...reach, places: { ...reach.places, [placeId ?? '']: stretch } };
}

/**
 * What to ask next: news first, where it is longest ago that it was asked, then what was missed, then older posts as
 * long as there is room for them.
 */
export function nextStep(
  reach: Reach,
  lists: readonly List[],
  looked: readonly List[],
  hasRoom: boolean,
): Step | null {
  const left = lists.filter((list) => !looked.some((other) => isSameList(other, list)));
  const [list] = left.toSorted(
    (one, other) => stretchOf(reach, one).lookedAt - stretchOf(reach, other).lookedAt,
  );
  if (list !== undefined && looked.length < MOST_LOOKS)
    return { list, part: 'newest', since: stretchOf(reach, list).newestAt + 1 };
  for (const list of lists) {
    const { gap } = stretchOf(reach, list);
    if (gap !== undefined) return { list, part: 'gap', cursor: gap.from, since: gap.downTo + 1 };
  }
  for (const list of hasRoom ? lists : []) {
    const { olderFrom } = stretchOf(reach, list);
    if (typeof olderFrom === 'string') return { list, part: 'older', cursor: olderFrom, since: 0 };
  }
  return null;
}

/** How far the list is read after a step. */
export function advance(stretch: Stretch, step: Step, { posts, cursor }: Found, now: number): Stretch {
  const next = cursor === step.cursor ? null : cursor; // a server that pages in a circle has no more
  const { gap, ...rest } = stretch;
  if (step.part === 'older') return { ...stretch, olderFrom: next };
  if (step.part === 'gap')
    return next === null || gap === undefined ? rest : { ...rest, gap: { ...gap, from: next } };
  const newestAt = Math.max(stretch.newestAt, ...posts.map(({ at }) => at));
  const looked = { ...stretch, newestAt, lookedAt: now };
  if (stretch.olderFrom === undefined) return { ...looked, olderFrom: next };
  return next === null ? looked : { ...looked, gap: { from: next, downTo: gap?.downTo ?? stretch.newestAt } };
}

/** Whether everything that was ever said in these lists was read, and looked at again since `since` (epoch ms). */
export function isWhole(reach: Reach, lists: readonly List[], since: number): boolean {
  return lists
    .map((list) => stretchOf(reach, list))
    .every(({ olderFrom, gap, lookedAt }) => olderFrom === null && gap === undefined && lookedAt >= since);
}
