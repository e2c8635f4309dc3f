import { notificationEntities } from '../entities/notification';
import { statusEntities } from '../entities/status';
import type { Ports } from '../ports';
import { deletedPosts, postsAtHome, postsForAll, tagsOfPosts } from '../store/belonging';
import type { Event } from '../store/events';
import { notificationsByIds } from '../store/notifications';
import type { StatusRow } from '../store/statuses';
import type { News } from './streams';

/** What is the same for every reader: looked up once for all of them. */
export interface Happened {
  readonly events: readonly Event[];
  readonly forAll: readonly StatusRow[];
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

export async function whatHappened({ store }: Ports, events: readonly Event[]): Promise<Happened> {
  const forAll = await postsForAll(store, postsOf(events, 'posted', 'edited'));
  const tags = await tagsOfPosts(
    store,
    forAll.map(({ id }) => id),
  );
  return { events, forAll, tags };
}

function postsOf(events: readonly Event[], ...kinds: readonly Event['kind'][]): string[] {
  const found = events.flatMap(({ kind, status_id }) => (kinds.includes(kind) ? (status_id ?? []) : []));
  return [...new Set(found)];
}

/** What happened, as one member sees it, in the order in which it did; nothing of which they may not know. */
export async function newsFor(ports: Ports, happened: Happened, reader: string): Promise<News[]> {
  const { events } = happened;
  const posts = await postNews(ports, happened, reader);
  const deleted = await deletedPosts(ports.store, postsOf(events, 'deleted'), reader);
  const told = await notificationNews(ports, events, reader);
  return events.flatMap((event): News[] => {
    const { kind, status_id, notification_id } = event;
    if (kind === 'notified') return told.get(notification_id ?? '') ?? [];
    if (status_id === null) return [];
    if (kind === 'deleted') return deletionNews(event, deleted.get(status_id), reader);
    const post = posts.get(status_id);
    return post === undefined ? [] : [{ ...post, event: kind === 'posted' ? 'update' : 'status.update' }];
  });
}

/** Whoever was named in the post has an event of their own, which only they need where they may not know otherwise. */
function deletionNews({ account_id, status_id }: Event, forAll: boolean | undefined, reader: string): News[] {
  const tells = account_id === null ? forAll !== undefined : account_id === reader && forAll === undefined;
  if (!tells || status_id === null) return [];
  return [{ event: 'delete', payload: status_id, home: true, forAll: forAll === true, tags: [] }];
}

async function postNews(ports: Ports, { events, forAll, tags }: Happened, reader: string) {
  const home = await postsAtHome(ports.store, postsOf(events, 'posted', 'edited'), reader);
  const [homeIds, forAllIds] = [home, forAll].map((rows) => new Set(rows.map(({ id }) => id)));
  const rows = new Map([...home, ...forAll].map((row) => [row.id, row]));
  const entities = rows.size === 0 ? [] : await statusEntities(ports, [...rows.values()], reader);
  return new Map(
    entities.map((entity): [string, Omit<News, 'event'>] => [
      entity.id,
      {
        payload: JSON.stringify(entity),
        home: homeIds?.has(entity.id) === true,
        forAll: forAllIds?.has(entity.id) === true,
        tags: tags.get(entity.id) ?? [],
      },
    ]),
  );
}

async function notificationNews(ports: Ports, events: readonly Event[], reader: string) {
  const ids = events.flatMap(({ account_id, notification_id }) =>
    account_id === reader ? (notification_id ?? []) : [],
  );
  const rows = await notificationsByIds(ports.store, ids, reader);
  const entities = await notificationEntities(ports, rows, reader);
  return new Map(
    entities.map((entity): [string, News[]] => [
      entity.id,
      [{ event: 'notification', payload: JSON.stringify(entity), home: true, forAll: false, tags: [] }],
    ]),
  );
}
