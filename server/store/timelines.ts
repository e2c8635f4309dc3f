import type { SelectQueryBuilder } from 'kysely';
import type { Account } from './accounts';
import { atHome } from './home';
import { type Page, readPage } from './paging';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { hasAnyTag, withTag } from './tagged';
import { readableBy } from './visibility';

/** Which of somebody's posts. */
interface Choice {
  readonly reader: string;
  readonly replies: boolean;
  readonly boosts: boolean;
  readonly tag?: string | undefined;
}

/** Whose posts: a member's home, everybody's public posts, those of one author, in one place, or with tags. */
export type Timeline =
  | { readonly kind: 'home'; readonly reader: string; readonly boosts: boolean }
  | { readonly kind: 'public' }
  | ({ readonly kind: 'account'; readonly accountId: string } & Choice)
  | ({ readonly kind: 'place'; readonly placeId: string } & Choice)
  | {
      readonly kind: 'tag';
      readonly reader: string;
      /** One of these at least, all of those, none of these. */
      readonly any: readonly string[];
      readonly all: readonly string[];
      readonly none: readonly string[];
    };

/** The posts of a person, or in a place. */
export function postsOf({ id, place }: Account, choice: Choice): Timeline {
  return place === null
    ? { kind: 'account', accountId: id, ...choice }
    : { kind: 'place', placeId: id, ...choice };
}

/** One page, newest first. */
export async function readTimeline(store: Store, timeline: Timeline, page: Page): Promise<StatusRow[]> {
  if (timeline.kind !== 'tag') return readPage(ofTimeline(store, timeline), 'statuses.id', page);
  // A page of each tag by its own index: one query for all of them would have to sort every post that they have.
  const pages = await Promise.all(
    timeline.any.map((tag) => readPage(ofTag(store, tag, timeline), 'status_tags.status_id', page)),
  );
  const rows = [...new Map(pages.flat().map((row) => [row.id, row])).values()].sort(newestFirst);
  return page.minId === undefined ? rows.slice(0, page.limit) : rows.slice(-page.limit);
}

function newestFirst(one: StatusRow, other: StatusRow): number {
  return one.id < other.id ? 1 : -1;
}

function ofTimeline(store: Store, timeline: Exclude<Timeline, { kind: 'tag' }>) {
  const query = standing(store).selectAll('statuses');
  switch (timeline.kind) {
    case 'public':
      return query.where('statuses.visibility', '=', 'public').where('statuses.reblog_of_id', 'is', null);
    case 'home': {
      const posts = query.where(atHome(store, timeline.reader)).where(readableBy(store, timeline.reader));
      return timeline.boosts ? posts : posts.where('statuses.reblog_of_id', 'is', null);
    }
    case 'account':
      return chosen(store, query.where('statuses.account_id', '=', timeline.accountId), timeline);
    case 'place':
      return chosen(store, query.where('statuses.place_id', '=', timeline.placeId), timeline);
  }
}

function chosen(
  store: Store,
  query: SelectQueryBuilder<Schema, 'statuses', StatusRow>,
  { reader, replies, boosts, tag }: Choice,
) {
  let posts = query.where(readableBy(store, reader));
  if (!replies) posts = posts.where('statuses.in_reply_to_id', 'is', null);
  if (!boosts) posts = posts.where('statuses.reblog_of_id', 'is', null);
  return tag === undefined ? posts : posts.where(hasAnyTag(store, [tag]));
}

/** Unlisted posts are for those who come across them, and direct ones are letters. */
const TO_BE_FOUND = ['public', 'private'] as const;

function ofTag(store: Store, tag: string, { reader, all, none }: Extract<Timeline, { kind: 'tag' }>) {
  let posts = withTag(store, tag)
    .selectAll('statuses')
    .where('statuses.visibility', 'in', TO_BE_FOUND)
    .where(readableBy(store, reader));
  for (const each of all) posts = posts.where(hasAnyTag(store, [each]));
  return none.length === 0 ? posts : posts.where((eb) => eb.not(hasAnyTag(store, none)));
}
