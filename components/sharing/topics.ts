/** The topics with what was typed or pasted added: parted at commas, without '#', without doubles. */
export function addTopics(topics: readonly string[], typed: string): string[] {
  const known = new Map(topics.map((topic) => [topic.toLowerCase(), topic]));
  for (const part of typed.split(/[,;\n]/)) {
    const topic = part
      .replace(/^[\s#]+/, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (topic !== '' && !known.has(topic.toLowerCase())) known.set(topic.toLowerCase(), topic);
  }
  return [...known.values()];
}

const OFFERED_AT_MOST = 6;

/** What to offer beside the field: what fits what is being typed, without what was chosen already. */
export function topicsToOffer(
  suggested: readonly string[],
  chosen: readonly string[],
  typed: string,
): readonly string[] {
  const taken = new Set(chosen.map((topic) => topic.toLowerCase()));
  const begun = typed.replace(/^[\s#]+/, '').toLowerCase();
  const fitting = suggested.filter(
    (topic) => !taken.has(topic.toLowerCase()) && topic.toLowerCase().includes(begun),
  );
  return fitting.slice(0, OFFERED_AT_MOST);
}
