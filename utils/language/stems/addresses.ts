const ADDRESS = /https?:\/\/([^\s?#]*)\S*/giu;
const MOST_WORDS = 12;
/** Words or years; what mixes letters and digits is an id that nobody searches. */
const TELLING = /^(?:\p{L}{2,32}|\d{2,4})$/u;
const SAYS_NOTHING = new Set(['www', 'html', 'php', 'aspx']);

/**
 * The text with every web address reduced to the telling words of its host and path, at most 12: a long address
 * with ids and a query would otherwise fill the index with terms that find nothing.
 */
export function reduceAddresses(text: string): string {
  return text.replace(ADDRESS, (_address, hostAndPath: string) => {
    const words = decoded(hostAndPath).split(/[^\p{L}\p{N}\p{M}]+/u);
    const telling = words.filter((word) => TELLING.test(word) && !SAYS_NOTHING.has(word.toLowerCase()));
    return ` ${telling.slice(0, MOST_WORDS).join(' ')} `;
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFKC');
  } catch {
    return path;
  }
}
