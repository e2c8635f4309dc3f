import type { Practice } from '@/utils/practice/practice';
import type { Finder, Hit, Sought } from './finder';
import type { Shared } from './shelf';
import { spacedTag, tellingWords } from './wording';

/** Below this nothing is shown: a wrong "this exists" costs more than a missing one. */
const THRESHOLD = 0.45;
const LEAST_WORDS = 2;
const LOOKED_AT = 12;
/** The rarest words of a text stand for it: a long one has many that say little. */
const TELLING = 12;
const IN_HEAD = 1;
const IN_BODY = 0.7;

/** A shared practice that is near, from 0 to 1. */
export interface Near {
  readonly id: string;
  readonly score: number;
}

/** Practices about the same as a draft, the nearest first, those few that are near enough. */
export function similarTo(finder: Finder, practice: Practice, most: number): readonly Near[] {
  const { title, topics, did, why, tip, language } = practice;
  const head = [title, ...topics.map(spacedTag)];
  const aim = tellingWords(head.join(' '), language);
  const whole = tellingWords([...head, did, why, tip].join(' '), language);
  return ranked(
    finder,
    [aim, whole].filter((words) => words.length >= LEAST_WORDS).map(finder.sought.bind(finder)),
    most,
  );
}

/** Practices about what a title and other words name, such as a page and what was done on it. */
export function about(finder: Finder, text: string, language: string | null, most: number): readonly Near[] {
  const words = finder.sought(tellingWords(text, language));
  return ranked(finder, words.length === 0 ? [] : [words], most, 1);
}

function ranked(
  finder: Finder,
  questions: readonly (readonly Sought[])[],
  most: number,
  leastWords = LEAST_WORDS,
): readonly Near[] {
  const best = new Map<string, number>();
  for (const words of questions) {
    const telling = words.slice(0, TELLING);
    for (const hit of finder.find(telling, LOOKED_AT)) {
      if (hit.words.length < leastWords || !hit.words.some(({ inHead }) => inHead)) continue;
      best.set(hit.id, Math.max(best.get(hit.id) ?? 0, scoreOf(hit, telling)));
    }
  }
  return [...best]
    .map(([id, score]) => ({ id, score }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? 1 : -1))
    .slice(0, most);
}

/** Which part of what the words are worth it has; what stands in a title or topic counts whole. */
function scoreOf({ words }: Hit, telling: readonly Sought[]): number {
  const whole = telling.reduce((sum, { worth }) => sum + worth, 0);
  const had = words.reduce((sum, { word, inHead }) => sum + word.worth * (inHead ? IN_HEAD : IN_BODY), 0);
  return whole === 0 ? 0 : had / whole;
}

/** The first of these topics of which nobody shared anything; null where there is none. Counts only over a whole library. */
export function unsharedTopic(finder: Finder, topics: readonly string[]): string | null {
  return topics.find((topic) => topic.trim() !== '' && !finder.hasTopic(topic)) ?? null;
}

/** What is offered beside a text tells how something is done: questions and answers have their own place. */
export function tells({ practice }: Pick<Shared, 'practice'>): boolean {
  return practice.kind === undefined;
}
