import { CHANNEL_KINDS, type Channel, type ChannelKind } from './channels';
import { cuesIn, type Found } from './compass/cues';
import { type Token, tokensOf } from './compass/tokens';

/** Where a text seems to belong, and the words in it that say so, the strongest first. */
export interface Direction {
  readonly channel: Channel;
  readonly cues: readonly string[];
}

/** What a text must weigh for a kind, at least, and how much more than for any other, community included. */
export const ENOUGH = 4;
export const AHEAD = 2.5;
/** From so many words on, what is found must be found in proportion: long prose holds a few of all words. */
const SHORT_TEXT = 30;
/** Nobody needs more of a text to know where it belongs. */
const READ_CHARACTERS = 4_000;
const MOST_CUES = 3;

/** Where the organisation wants a text to go; null where the charter or the evidence is silent. */
export function compass(text: string, language: string, charter: readonly Channel[]): Direction | null {
  const tokens = tokensOf(text.slice(0, READ_CHARACTERS));
  const found = cuesIn(tokens, language);
  const kind = kindOf(weigh(tokens, found));
  const channel = charter.find((one) => one.kind === kind);
  if (kind === null || channel === undefined) return null;
  const said = standing(found, kind).map(({ from, to }) => wordsAt(text, tokens, from, to));
  const cues = [...new Set(said.filter((words) => /\p{L}{2}/u.test(words)))].slice(0, MOST_CUES);
  return cues.length === 0 ? null : { channel, cues };
}

/** How much speaks for each kind of channel, and for the community. */
export function weigh(
  tokens: readonly Token[],
  found: readonly Found[],
): ReadonlyMap<ChannelKind | 'community', number> {
  const thinned = Math.sqrt(Math.min(1, SHORT_TEXT / Math.max(1, tokens.length)));
  const kinds = [...CHANNEL_KINDS, 'community'] as const;
  const weights = kinds.map((kind) => {
    const sum = standing(found, kind).reduce((all, { weight }) => all + weight, 0);
    return [kind, sum * (kind === 'community' ? 1 : thinned)] as const;
  });
  return new Map(weights);
}

function kindOf(weights: ReadonlyMap<ChannelKind | 'community', number>): ChannelKind | null {
  const [best, second] = [...weights].sort(([, one], [, other]) => other - one);
  if (best === undefined || second === undefined) return null;
  const [kind, weight] = best;
  return kind !== 'community' && weight >= ENOUGH && weight - second[1] >= AHEAD ? kind : null;
}

/** The cues of one kind, the heaviest first, each once, without those that say again what a heavier one said. */
function standing(found: readonly Found[], kind: string): readonly Found[] {
  const counted = new Set<string>();
  const taken = new Set<number>();
  return found
    .filter((one) => one.kind === kind)
    .sort((one, other) => other.weight - one.weight || other.to - other.from - (one.to - one.from))
    .filter(({ cue, from, to }) => {
      const places = cue.startsWith('#') ? [] : Array.from({ length: to - from }, (_, after) => from + after);
      if (counted.has(cue) || places.some((place) => taken.has(place))) return false;
      counted.add(cue);
      for (const place of places) taken.add(place);
      return true;
    });
}

function wordsAt(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
}
