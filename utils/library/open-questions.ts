import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { overlap } from './overlap';
import type { Shared } from './shelf';
import { spacedTag, type TellingWord, tellingWords } from './wording';

/** How long a question is open, and how long what somebody did says which of them they may know about. */
export const OPEN_MS = 90 * DAY_MS;
export const JUST_DONE_MS = 4 * HOUR_MS;

const MOST_AT_ONCE = 3;
/** Shorter words stand in too many questions. */
const SHORTEST = 3;
/** A topic was chosen to say what it is about. */
const TOPIC_WEIGHT = 2;

/** What somebody just did: its title and its system, or the words and topics of what they shared. */
export interface Done {
  readonly text: string;
  readonly topics: readonly string[];
}

interface Asked {
  readonly questions: readonly Shared[];
  /** Ids of questions that this person asked, or answered already. */
  readonly settled: ReadonlySet<string>;
  readonly done: readonly Done[];
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The open questions that somebody may be able to answer, by what they just did: what fits best first, then what was
 * answered least, then the newest. At most three; none that has nothing in common with it.
 */
export function openQuestions({ questions, settled, done, now }: Asked): readonly Shared[] {
  const words = wordsIn(done.flatMap(({ text, topics }) => [text, ...topics]).join(' '), null);
  return questions
    .filter(({ id, practice, at }) => practice.kind === 'question' && !settled.has(id) && at > now - OPEN_MS)
    .map((question) => ({ question, fit: fitOf(question, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit || inOrder(one.question, other.question))
    .slice(0, MOST_AT_ONCE)
    .map(({ question }) => question);
}

function fitOf({ practice }: Shared, words: readonly TellingWord[]): number {
  const { title, did, why, topics, language } = practice;
  const inTopics = wordsIn(topics.join(' '), language);
  const chosen = new Set(inTopics.map(({ folded }) => folded));
  const others = wordsIn([title, did, why].join(' '), language).filter(({ folded }) => !chosen.has(folded));
  return TOPIC_WEIGHT * overlap(inTopics, words) + overlap(others, words);
}

function wordsIn(text: string, language: string | null): readonly TellingWord[] {
  return tellingWords(spacedTag(text), language).filter(({ folded }) => folded.length >= SHORTEST);
}

function inOrder(one: Shared, other: Shared): number {
  return one.replies - other.replies || other.at - one.at || (one.id < other.id ? -1 : 1);
}
