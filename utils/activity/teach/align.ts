import { TIMES } from './lesson';
import type { Trace } from './trace';
import type { Word } from './word';

/** The same request in each of the times that it was done. The last one holds the texts of what never changed. */
export interface Triple {
  readonly traces: readonly [Trace, Trace, Trace];
}

/** Requests that are alike in all runs: for each of the last run, the one of each other run that resembles it most. */
export function alignRuns(traces: readonly Trace[]): Triple[] {
  const ofRun = (run: number): Trace[] => traces.filter((trace) => trace.run === run);
  const [first, second, third] = Array.from({ length: TIMES }, (_, run) => ofRun(run));
  return (third ?? []).flatMap((trace) => {
    const one = mostAlike(first ?? [], trace);
    const other = mostAlike(second ?? [], trace);
    return one === null || other === null ? [] : [{ traces: [one, other, trace] as const }];
  });
}

function mostAlike(traces: readonly Trace[], to: Trace): Trace | null {
  let best: { trace: Trace; likeness: number } | null = null;
  for (const trace of traces) {
    const likeness = likenessOf(trace, to);
    if (likeness !== null && likeness >= (best?.likeness ?? Number.NEGATIVE_INFINITY))
      best = { trace, likeness };
  }
  return best?.trace ?? null;
}

/** How much two requests resemble each other; null where they cannot be the same thing done twice. */
export function likenessOf(one: Trace, other: Trace): number | null {
  const sameKind =
    one.method === other.method &&
    one.type === other.type &&
    Math.floor(one.status / 100) === Math.floor(other.status / 100) &&
    (one.redirect === null) === (other.redirect === null);
  const path = sameKind ? pathLikeness(one.path, other.path) : null;
  if (path === null) return null;
  return 2 * path + shared(namesOf(one), namesOf(other));
}

/** The names of what was sent with a request. */
export function namesOf({ query, body }: Trace): string[] {
  return [...query.map(({ name }) => `query ${name}`), ...body.fields.map(({ name }) => `body ${name}`)];
}

function shared(names: readonly string[], others: readonly string[]): number {
  const all = new Set([...names, ...others]).size;
  return all === 0 ? 1 : names.filter((name) => others.includes(name)).length / all;
}

function pathLikeness(path: readonly Word[], other: readonly Word[]): number | null {
  const longest = Math.max(path.length, other.length);
  if (longest === 0) return 1;
  if (path.length === other.length) {
    const same = path.filter((word, index) => isSame(word, other[index])).length;
    if (same * 2 >= longest || longest === 1) return same / longest;
  }
  const { start, end } = sharedEnds([path, other]);
  return start + end === 0 ? null : (start + end) / longest - 1; // folders within folders: the last thing to think of
}

/** Ids count as the same: they say which one it was, and not what was done. */
function isSame(word: Word, other: Word | undefined): boolean {
  return other !== undefined && word.kind === other.kind && (word.kind === 'id' || word.mark === other.mark);
}

/** How many words all paths begin and end with. */
export function sharedEnds(paths: readonly (readonly Word[])[]): { start: number; end: number } {
  const shortest = Math.min(...paths.map(({ length }) => length));
  const [first = [], ...others] = paths;
  const allSame = (at: (path: readonly Word[]) => Word | undefined): boolean => {
    const word = at(first);
    return word !== undefined && others.every((path) => isSame(word, at(path)));
  };
  let start = 0;
  while (start < shortest && allSame((path) => path[start])) start += 1;
  let end = 0;
  while (end < shortest - start && allSame((path) => path[path.length - 1 - end])) end += 1;
  return { start, end };
}
