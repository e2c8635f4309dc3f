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
