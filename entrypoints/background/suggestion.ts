import type { Community } from '@/utils/community/community';
import { type Draft, type Entry, EntryStateSchema } from '@/utils/outbox/entry';
import { type SuggestedDestination, suggestDestination } from '@/utils/outbox/suggest-destination';
import type { Prompt } from '@/utils/prompting/prompt';
import { destinationRules } from './destinations';
import type { Services } from './services';

/** So many of the newest posts in each state say what a person is used to. */
const NEWEST = 20;

/** The prompt that a draft came from; undefined where none, or it is forgotten. */
export async function promptOf({ db }: Services, { activityId }: Draft): Promise<Prompt | undefined> {
  return activityId === null ? undefined : db.prompts.where({ 'activity.id': activityId }).first();
}

/** What kind of activity a prompt was about. */
export function aboutOf(prompt: Prompt | undefined): Entry['about'] {
  return prompt && { site: prompt.activity.site, verb: prompt.activity.verb };
}

/** Where a new post would go by itself; null for a correction or a reply, which have no choice. */
export async function suggestionFor(
  services: Services,
  draft: Draft,
  communities: readonly Community[],
  prompt: Prompt | undefined,
): Promise<SuggestedDestination | null> {
  if (draft.corrects !== null || draft.answers !== null) return null;
  const about = aboutOf(prompt);
  const [newest, rules] = await Promise.all([newestPosts(services), destinationRules(services, communities)]);
  const others = communities.filter(({ id }) => id !== draft.sharesFrom);
  if (others.length === communities.length || others.length === 0)
    return suggestDestination(communities, newest, about, rules);
  const suggested = suggestDestination(others, newest, about, rules);
  return suggested && { ...suggested, reason: 'elsewhere' };
}

async function newestPosts({ db }: Services): Promise<Entry[]> {
  const perState = await Promise.all(
    EntryStateSchema.options.map((state) =>
      db.entries
        .where('[state+createdAt]')
        .between([state, Number.NEGATIVE_INFINITY], [state, Number.POSITIVE_INFINITY])
        .reverse()
        .limit(NEWEST)
        .toArray(),
    ),
  );
  return perState.flat().sort((one, other) => other.createdAt - one.createdAt);
}
