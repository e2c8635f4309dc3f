const NOT_IN_A_TAG = /[^\p{L}\p{M}\p{N}_]+/u;

/**
 * A topic as a hashtag with its '#': spaces and signs go, and what they parted gets capitals (`#DigitaalArchief`).
 * Null for what no platform accepts: a tag needs one letter.
 */
export function hashtag(topic: string): string | null {
  const words = topic
    .normalize('NFC')
    .split(NOT_IN_A_TAG)
    .filter((word) => word !== '');
  const tag = words.length > 1 ? words.map(capitalised).join('') : (words[0] ?? '');
  return /\p{L}/u.test(tag) ? `#${tag.normalize('NFC')}` : null;
}

/** The topics as hashtags, in order, without doubles (capitals make no difference) and without what is none. */
export function hashtags(topics: readonly string[]): readonly string[] {
  const byFold = new Map<string, string>();
  for (const topic of topics) {
    const tag = hashtag(topic);
    if (tag !== null && !byFold.has(tag.toLowerCase())) byFold.set(tag.toLowerCase(), tag);
  }
  return [...byFold.values()];
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
