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
const BESIDE = 0.05;

/** A shared practice that is near: about 1 for one on the same. */
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

/** What somebody is busy with. */
export interface Subject {
  readonly title: string;
  /** Words that stand beside it, such as what was done and in which system: they choose among what fits the title. */
  readonly beside: string;
}

/** Practices about what a page's title names, the nearest first, those few that are near enough. */
export function about(
  finder: Finder,
  { title, beside }: Subject,
  language: string | null,
  most: number,
): readonly Near[] {
  const words = finder.sought(tellingWords(title, language));
  const more = finder.sought(tellingWords(beside, language));
  return words.length === 0 ? [] : ranked(finder, [words], most, { leastWords: 1, beside: more });
}

interface Ranking {
  readonly leastWords: number;
  readonly beside: readonly Sought[];
}

function ranked(
  finder: Finder,
  questions: readonly (readonly Sought[])[],
  most: number,
  { leastWords, beside }: Ranking = { leastWords: LEAST_WORDS, beside: [] },
): readonly Near[] {
  const best = new Map<string, number>();
  for (const words of questions) {
    const telling = words.slice(0, TELLING);
    for (const { id, words: had } of finder.find([...telling, ...beside], LOOKED_AT)) {
      const asked = had.filter(({ word }) => telling.includes(word));
      const score = scoreOf(asked, telling);
      if (asked.length < leastWords || !asked.some(({ inHead }) => inHead) || score < THRESHOLD) continue;
      best.set(id, Math.max(best.get(id) ?? 0, score + BESIDE * (had.length - asked.length)));
    }
  }
  return [...best]
    .map(([id, score]) => ({ id, score }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? 1 : -1))
    .slice(0, most);
}

/** Which part of what the words are worth it has; what stands in a title or topic counts whole. */
function scoreOf(words: Hit['words'], telling: readonly Sought[]): number {
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
