import type { Practice } from './practice';
import { hashtag, hashtags } from './topics';

/** What something is called in each language, and beginnings of words that point at it. */
export type Concept = Readonly<
  Record<string, { readonly topic: string; readonly stems: readonly string[] } | undefined>
>;

const MOST = 6;
/** A shorter word begins too many others. */
const SHORTEST = 3;

/**
 * Topics for a practice, best first: those of the vocabulary that its words point at, then what others of the community
 * often write about (most often first). None that it has.
 */
export function suggestTopics(
  { title, did, why, tip, topics, language }: Practice,
  vocabulary: readonly Concept[],
  communityTopics: readonly string[],
): readonly string[] {
  const text = ` ${[title, did, why, tip].join('\n').toLowerCase()}`;
  const pointed = vocabulary
    .flatMap((concept) => concept[language.split('-')[0] ?? ''] ?? [])
    .map(({ topic, stems }) => ({ topic, hits: stems.filter((stem) => begins(text, stem)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits)
    .map(({ topic }) => topic);
  const mentioned = communityTopics.filter(
    (topic) => topic.length >= SHORTEST && begins(text, topic.toLowerCase()),
  );
  const has = new Set(hashtags(topics).map(folded));
  const found = new Map<string, string>();
  for (const topic of [...pointed, ...mentioned, ...communityTopics]) {
    const tag = hashtag(topic);
    if (tag !== null && !has.has(folded(tag)) && !found.has(folded(tag))) found.set(folded(tag), topic);
  }
  return [...found.values()].slice(0, MOST);
}

/** Whether a word of the text, in lower case and with a space before it, begins so. */
function begins(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function folded(tag: string): string {
  return tag.toLowerCase();
}
