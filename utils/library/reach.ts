import type { FoundPost } from '@/utils/community/connector';
import type { Reach, Shared, Stretch } from './shelf';

export type Source = Shared['source'];
export const SOURCES: readonly Source[] = ['aloud', 'home'];

/** One request: the newest posts of a list, what lies between two looks, or older ones. */
export interface Step {
  readonly source: Source;
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

export function unread(communityId: string): Reach {
  return { communityId, aloud: UNREAD, home: UNREAD, askedAt: 0, until: 0 };
}

/** What to ask next: news first, then what was missed, then older posts as long as there is room for them. */
export function nextStep(reach: Reach, looked: ReadonlySet<Source>, hasRoom: boolean): Step | null {
  const unlooked = SOURCES.find((source) => !looked.has(source));
  if (unlooked !== undefined)
    return { source: unlooked, part: 'newest', since: reach[unlooked].newestAt + 1 };
  for (const source of SOURCES) {
    const { gap } = reach[source];
    if (gap !== undefined) return { source, part: 'gap', cursor: gap.from, since: gap.downTo + 1 };
  }
  for (const source of hasRoom ? SOURCES : []) {
    const { olderFrom } = reach[source];
    if (typeof olderFrom === 'string') return { source, part: 'older', cursor: olderFrom, since: 0 };
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

/** Whether everything that was ever said there was read, and looked at again since `since` (epoch ms). */
export function isWhole(reach: Reach, since: number): boolean {
  return SOURCES.map((source) => reach[source]).every(
    ({ olderFrom, gap, lookedAt }) => olderFrom === null && gap === undefined && lookedAt >= since,
  );
}
