import type { Practice } from '@/utils/practice/practice';
import type { Finder, Sought } from './finder';
import type { Shared } from './shelf';
import { spacedTag, tellingWords, wordingOf } from './wording';

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
  readonly shared: Shared;
  readonly score: number;
}

/** Gives the rows of these ids, in order; undefined where one is gone. */
export type RowsOf = (ids: readonly string[]) => PromiseLike<readonly (Shared | undefined)[]>;

/** Practices about the same as a draft, the nearest first, those few that are near enough. */
export function similarTo(finder: Finder, practice: Practice, rowsOf: RowsOf): Promise<readonly Near[]> {
  const { title, topics, did, why, tip, language } = practice;
  const head = [title, ...topics.map(spacedTag)];
  const questions = [head, [...head, did, why, tip]]
    .map((parts) => tellingWords(parts.join(' '), language))
    .filter((words) => words.length >= LEAST_WORDS)
    .map((words) => finder.sought(words));
  return ranked(finder, questions, rowsOf, { leastWords: LEAST_WORDS, beside: [] });
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
  rowsOf: RowsOf,
): Promise<readonly Near[]> {
  const words = finder.sought(tellingWords(title, language));
  const more = finder.sought(tellingWords(beside, language));
  return ranked(finder, [words], rowsOf, { leastWords: 1, beside: more });
}

interface Ranking {
  readonly leastWords: number;
  readonly beside: readonly Sought[];
}

async function ranked(
  finder: Finder,
  questions: readonly (readonly Sought[])[],
  rowsOf: RowsOf,
  { leastWords, beside }: Ranking,
): Promise<readonly Near[]> {
  const asked = questions.map((words) => words.slice(0, TELLING)).filter((words) => words.length > 0);
  const ids = new Set(asked.flatMap((words) => finder.candidates([...words, ...beside], LOOKED_AT)));
  const rows = (await rowsOf([...ids])).filter((row) => row !== undefined);
  return rows
    .map((shared) => {
      const held = heldBy(shared);
      const scores = asked.map((words) => scoreOf(words, held, leastWords));
      return {
        shared,
        score: Math.max(0, ...scores),
        beside: beside.filter((word) => held(word) > 0).length,
      };
    })
    .filter(({ score }) => score >= THRESHOLD)
    .map(({ shared, score, beside: more }) => ({ shared, score: score + BESIDE * more }))
    .sort((one, other) => other.score - one.score || other.shared.at - one.shared.at);
}

/** How far a practice has a word: whole in its title or topics, less in the rest. */
function heldBy({ practice }: Shared): (word: Sought) => number {
  const { head, body } = wordingOf(practice);
  const [inHead, inBody] = [new Set(head.split(' ')), new Set(body.split(' '))];
  return ({ forms }) => {
    if (forms.some((form) => inHead.has(form))) return IN_HEAD;
    return forms.some((form) => inBody.has(form)) ? IN_BODY : 0;
  };
}

/** Which part of what the words are worth a practice has; 0 where it has too few of them, or none in title or topics. */
function scoreOf(words: readonly Sought[], held: (word: Sought) => number, leastWords: number): number {
  const parts = words.map((word) => ({ worth: word.worth, part: held(word) }));
  const had = parts.filter(({ part }) => part > 0);
  if (had.length < leastWords || !had.some(({ part }) => part === IN_HEAD)) return 0;
  const sum = (some: readonly { worth: number; part: number }[]): number =>
    some.reduce((total, { worth, part }) => total + worth * part, 0);
  return sum(had) / sum(parts.map(({ worth }) => ({ worth, part: 1 })));
}

/** The first of these topics of which nobody shared anything; null where there is none. Counts only over a whole library. */
export function unsharedTopic(finder: Finder, topics: readonly string[]): string | null {
  return topics.find((topic) => topic.trim() !== '' && !finder.hasTopic(topic)) ?? null;
}

/** What is offered beside a text tells how something is done: questions and answers have their own place. */
export function tells({ practice }: Pick<Shared, 'practice'>): boolean {
  return practice.kind === undefined;
}
