import type { Community } from '@/utils/community/community';
import { originOfId } from '@/utils/community/store';
import type { EntryView, PostView } from '@/utils/messaging/views';
import { canAnswer } from '@/utils/outbox/answer';
import type { Entry } from '@/utils/outbox/entry';
import { isBehind } from '@/utils/outbox/onward';
import type { OutboxDatabase } from '@/utils/outbox/store';
import type { Pace } from '@/utils/outbox/tables';
import { titleOf } from '@/utils/practice/tidy';
import { postView } from './posts';
import { reasonShown } from './reason-shown';
import type { Services } from './services';

/** What an entry's story depends on besides itself. */
export interface Surroundings {
  readonly communities: readonly Community[];
  readonly paces: readonly Pace[];
}

export async function readSurroundings(
  db: Pick<OutboxDatabase, 'communities' | 'paces'>,
): Promise<Surroundings> {
  const [communities, paces] = await Promise.all([db.communities.toArray(), db.paces.toArray()]);
  return { communities, paces };
}

/** An entry as interfaces see it, with the post that it brought or corrects. */
export async function viewEntry(services: Services, entry: Entry): Promise<EntryView> {
  const surroundings = await readSurroundings(services.db);
  const post = await postView(services, entry.id, surroundings.communities);
  return entryView(entry, surroundings, services.clock(), post);
}

export function entryView(
  entry: Entry,
  { communities, paces }: Surroundings,
  now: number,
  post: PostView | null = null,
): EntryView {
  const { id, text, state, detail, reference, createdAt, restsUntil, attempts } = entry;
  const there = entry.communityId ?? entry.answers?.communityId;
  const goesTo = communities.find(({ id }) => id === entry.communityId);
  const pace = paces.find(({ communityId }) => communityId === entry.communityId);
  return {
    id,
    title: titleOf(entry.practice),
    text,
    state,
    ...reasonShown(entry, communities),
    detail,
    communityName: communities.find((community) => community.id === there)?.name ?? hostOf(there ?? ''),
    reference,
    createdAt,
    dueAt: Math.max(entry.dueAt, pace?.until ?? 0),
    askedUntil: pace !== undefined && pace.asked > now ? pace.asked : null,
    restsUntil,
    paused: goesTo?.paused ?? false,
    attempts,
    corrects: entry.corrects !== null,
    answers: entry.answers && { title: entry.answers.title, waits: isBehind(entry) },
    canAnswer: canAnswer(entry),
    post,
  };
}

/** Of one that is not connected any more there is only the id. */
function hostOf(communityId: string): string | null {
  const origin = originOfId(communityId);
  return origin === null ? null : new URL(origin).host;
}
