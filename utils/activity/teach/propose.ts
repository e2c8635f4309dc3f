import type { Recipe } from '../recipe';
import { alignRuns } from './align';
import { candidateOf } from './candidate';
import { CANCEL, type Lesson } from './lesson';
import type { Proposal } from './proposal';
import { likelihoodOf } from './rank';
import { narrowed, separate } from './separate';
import { claims, type Sketch, sketchOf } from './signal';
import type { Trace } from './trace';

const MOST_CANDIDATES = 3;
const MOST_OTHERS = 6;

/**
 * What a lesson taught: requests that were there each time, and not when it was cancelled. Each was tried with the
 * engine itself: it takes all three, and nothing of the run that was cancelled. `before` is what the site was taught
 * earlier.
 */
export function propose(lesson: Lesson, before: Recipe | null = null): Proposal {
  const { traces, verb } = lesson;
  const cancelled = traces.filter(({ run }) => run === CANCEL);
  const triples = alignRuns(traces);
  const sketches = unlike(triples.flatMap((triple) => tellApart(sketchOf(triple), traces, cancelled) ?? []))
    .map((sketch) => ({ sketch, likelihood: likelihoodOf(sketch, verb) }))
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, MOST_CANDIDATES);
  const [best] = sketches;
  return {
    candidates: sketches.map(({ sketch }) =>
      candidateOf(sketch, lesson, othersLike(sketch, traces).slice(0, MOST_OTHERS), before),
    ),
    others: traces.filter((trace) => best === undefined || !claims(best.sketch, trace)).length,
    reason: best !== undefined ? null : triples.length === 0 ? 'nothing-seen' : 'like-cancelled',
  };
}

/** Null where it takes something that was cancelled, or does not take all three. What else was seen is left alone if it can be. */
function tellApart(bare: Sketch, traces: readonly Trace[], cancelled: readonly Trace[]): Sketch | null {
  if (!bare.triple.traces.every((trace) => claims(bare, trace))) return null;
  const near = cancelled.filter((trace) => claims(bare, trace));
  let sketch: Sketch = bare;
  for (const other of cancelled) {
    const apart = separate(sketch, other, near);
    if (apart === null) return null;
    sketch = apart;
  }
  for (const other of traces) {
    if (!sketch.triple.traces.includes(other)) sketch = separate(sketch, other, near) ?? sketch;
  }
  return narrowed(sketch, near);
}

/** Each shape once. */
function unlike(sketches: readonly Sketch[]): Sketch[] {
  const shapes = new Map(sketches.map((sketch) => [JSON.stringify([sketch.when, sketch.ignore]), sketch]));
  return [...shapes.values()];
}

/** What looks like it at first sight: the best negatives that there are. */
function othersLike(sketch: Sketch, traces: readonly Trace[]): Trace[] {
  const bare = { ...sketchOf(sketch.triple), texts: sketch.texts };
  const { status: _status, redirect: _redirect, ...when } = bare.when;
  const loose: Sketch = { ...bare, when: { ...when, status: ['2xx', '3xx'] } };
  return traces.filter((trace) => claims(loose, trace) && !claims(sketch, trace));
}
