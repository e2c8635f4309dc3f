import * as z from 'zod/mini';
import { itemsAs, maybe } from '../../answer';
import type { FoundPost } from '../../connector';
import { THANKS } from './build';
import { answeredBy, ContentSchema, isMarked, textOf } from './content';
import { EVENT, linkTo, localPart, postIdOf, USER } from './ids';
import { add, countOf, type Tally } from './tally';

const ReplacementSchema = z.lazy(() => z.object({ content: z.object({ 'm.new_content': ContentSchema }) }));
export const EventSchema = z.lazy(() =>
  z.object({
    event_id: z.string().check(z.regex(EVENT)),
    sender: z.string().check(z.regex(USER)),
    type: z.string(),
    origin_server_ts: z.catch(z.number(), 0),
    content: ContentSchema,
    unsigned: maybe(z.object({ 'm.relations': maybe(z.object({ 'm.replace': maybe(ReplacementSchema) })) })),
  }),
);
export type Event = z.infer<typeof EventSchema>;

const MemberSchema = z.lazy(() =>
  z.object({ state_key: z.string(), content: z.object({ displayname: z.string() }) }),
);
export const MOST_NAME = 100;

/** What is known of a room when its events are read. */
export interface Reading {
  readonly room: string;
  /** The account's own id. */
  readonly own: string;
  readonly tally: Tally;
  readonly names: ReadonlyMap<string, string>;
  /** Only posts that hold it. */
  readonly marker: string;
}

/** The names that people go by in a room. */
export function namesIn(state: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(
    itemsAs(MemberSchema, state).map(({ state_key, content }) => [state_key, content.displayname]),
  );
}

/** The texts among these events, as their last corrections left them. What they say of others is counted first. */
export function postsIn(events: readonly Event[], reading: Reading): FoundPost[] {
  for (const { type, sender, content } of events) {
    const relation = content['m.relates_to'];
    if (type === 'm.reaction' && relation?.key?.startsWith(THANKS))
      add(reading.tally, relation.event_id ?? '', [1, 0, sender === reading.own ? 1 : 0]);
    if (type === 'm.room.message') add(reading.tally, answeredBy(content), [0, 1, 0]);
  }
  return events.flatMap((event) => postOf(event, reading) ?? []);
}

function postOf(event: Event, { room, own, tally, names, marker }: Reading): FoundPost | null {
  const { event_id, sender, type, unsigned } = event;
  const corrected = unsigned?.['m.relations']?.['m.replace'];
  const content = corrected?.content['m.new_content'] ?? event.content;
  const text = textOf(content);
  const relation = event.content['m.relates_to'];
  const isPost = type === 'm.room.message' && relation?.rel_type !== 'm.replace';
  if (!isPost || text === null || !isMarked(content, text, marker)) return null;
  const answered = answeredBy(event.content);
  const at = { room, event: event_id, root: relation?.rel_type === 'm.thread' ? answered : '' };
  const [thanks, replies, thanked] = countOf(tally, event_id);
  return {
    id: postIdOf(at),
    url: linkTo(at, own),
    text,
    authorId: sender,
    authorName: (names.get(sender) || localPart(sender)).slice(0, MOST_NAME),
    at: event.origin_server_ts,
    answersId: answered === '' ? null : postIdOf({ room, event: answered, root: '' }),
    thanks,
    replies,
    thanked: thanked > 0,
  };
}
