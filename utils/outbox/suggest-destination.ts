import type { Community } from '@/utils/community/community';
import type { Entry } from './entry';

/** Why a community is proposed: somebody set it so, it was used `last` for the same, … `elsewhere`: the post itself is in another. */
export const DESTINATION_REASONS = [
  'set',
  'organisation',
  'last',
  'only',
  'own',
  'recent',
  'first',
  'elsewhere',
] as const;

/** Where a new post would go if the person chooses nothing, and why there. */
export interface SuggestedDestination {
  readonly communityId: string;
  /** Null: the whole community. */
  readonly placeId: string | null;
  readonly reason: (typeof DESTINATION_REASONS)[number];
}

/** Where posts about something go; null: whatever it is. */
export interface Rule {
  readonly site: string | null;
  readonly verb: string | null;
  readonly communityId: string;
  readonly placeId: string | null;
}

/** What a person and their organisation set; what the person set goes first. */
export interface Rules {
  readonly set: readonly Rule[];
  readonly organisation: readonly Rule[];
}

type Connected = Pick<Community, 'id' | 'scope' | 'places'>;
type Earlier = Pick<Entry, 'communityId' | 'placeId' | 'corrects' | 'answers' | 'about'>;

export const NO_RULES: Rules = { set: [], organisation: [] };

/**
 * Where the person or the organisation set that posts about this go; else where posts about the same verb on the same
 * site went last; else the only community, one's own organisation, the one shared in last, the first. A place only
 * where it was set or used last for the same, and the person is still in it. `earlier`: newest first. Null where nothing
 * is connected.
 */
export function suggestDestination(
  communities: readonly Connected[],
  earlier: readonly Earlier[],
  about: Entry['about'],
  rules: Rules = NO_RULES,
): SuggestedDestination | null {
  for (const reason of ['set', 'organisation'] as const) {
    const rule = bestRule(rules[reason], communities, about);
    if (rule !== undefined) return at(communities, rule, reason);
  }
  const chosen = earlier.filter(
    ({ communityId, corrects, answers }) =>
      corrects === null && answers === null && communities.some(({ id }) => id === communityId),
  );
  const same = chosen.find((post) => isSame(post.about, about));
  return (same === undefined ? null : at(communities, same, 'last')) ?? byHabit(communities, chosen);
}

function byHabit(communities: readonly Connected[], chosen: readonly Earlier[]): SuggestedDestination | null {
  const [first] = communities;
  if (first === undefined) return null;
  if (communities.length === 1) return whole(first, 'only');
  const own = communities.find(({ scope }) => scope === 'own');
  if (own !== undefined) return whole(own, 'own');
  const recent = communities.find(({ id }) => id === chosen[0]?.communityId);
  return recent === undefined ? whole(first, 'first') : whole(recent, 'recent');
}

/** The rule that says most about it: site and verb, then the site, then the verb, then everything. */
function bestRule(
  rules: readonly Rule[],
  communities: readonly Connected[],
  about: Entry['about'],
): Rule | undefined {
  const fits = ({ site, verb, communityId }: Rule): boolean =>
    (site === null || site === about?.site) &&
    (verb === null || verb === about?.verb) &&
    communities.some(({ id }) => id === communityId);
  const says = ({ site, verb }: Rule): number => (site === null ? 0 : 2) + (verb === null ? 0 : 1);
  return rules.filter(fits).sort((one, other) => says(other) - says(one))[0];
}

function at(
  communities: readonly Connected[],
  { communityId, placeId }: Pick<Earlier, 'communityId' | 'placeId'>,
  reason: SuggestedDestination['reason'],
): SuggestedDestination | null {
  const there = communities.find(({ id }) => id === communityId);
  if (there === undefined) return null;
  const isStillIn = there.places?.some(({ id }) => id === placeId) ?? false;
  return { communityId: there.id, placeId: isStillIn ? placeId : null, reason };
}

function isSame(one: Entry['about'], other: Entry['about']): boolean {
  return one !== undefined && other !== undefined && one.site === other.site && one.verb === other.verb;
}

function whole({ id }: Connected, reason: SuggestedDestination['reason']): SuggestedDestination {
  return { communityId: id, placeId: null, reason };
}
