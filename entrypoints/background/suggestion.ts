import type { Community } from '@/utils/community/community';
import { type Draft, type Entry, EntryStateSchema } from '@/utils/outbox/entry';
import { type SuggestedDestination, suggestDestination } from '@/utils/outbox/suggest-destination';
import type { Services } from './services';

/** So many of the newest posts in each state say what a person is used to. */
const NEWEST = 20;

/** What kind of activity a draft came from; undefined where none, or it is forgotten. */
export async function aboutOf({ db }: Services, { activityId }: Draft): Promise<Entry['about']> {
  if (activityId === null) return undefined;
  const prompt = await db.prompts.where({ 'activity.id': activityId }).first();
  return prompt && { site: prompt.activity.site, verb: prompt.activity.verb };
}

/** Where a new post would go by itself; null for a correction or a reply, which have no choice. */
export async function suggestionFor(
  services: Services,
  draft: Draft,
  communities: readonly Community[],
): Promise<SuggestedDestination | null> {
  if (draft.corrects !== null || draft.answers !== null) return null;
  const [earlier, about] = await Promise.all([newestPosts(services), aboutOf(services, draft)]);
  return suggestDestination(communities, earlier, about);
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
