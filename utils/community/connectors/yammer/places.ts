import * as z from 'zod/mini';
import { succeed } from '@/utils/kernel/result';
import { IdSchema, itemsAs, jsonOf, maybe } from '../../answer';
import type { Place } from '../../community';
import type { Account, Operation, PlainRequest, PlainResponse, Reading } from '../../connector';
import { batchAnswers, batchRequest, graphTokenOf, pathFrom, readPage } from '../../microsoft/graph';
import { unreadable } from '../../status';
import { request } from './request';

type Places = Extract<Operation, { verb: 'places' }>;

/** How many pages are read at most, by either way. */
const MOST_PAGES = 3;
/** Marks a page of the interface's own list; every other cursor is Graph's. */
const OWN = 'own:';
const PER_OWN_PAGE = 50;
const MOST_NAME = 100;

/** What Graph calls a community, and the group of people behind it. */
const CommunitySchema = z.lazy(() =>
  z.object({
    id: z.string(),
    displayName: maybe(z.string()),
    privacy: maybe(z.string()),
    groupId: maybe(z.string()),
  }),
);
const IdOnlySchema = z.lazy(() => z.object({ id: z.string() }));
const GroupSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    full_name: maybe(z.string()),
    name: maybe(z.string()),
    privacy: maybe(z.string()),
  }),
);

/**
 * By Graph every community of the organisation, together with the groups that one is in: only those are places. Without
 * a token for Graph, or where it refuses, one's own groups by the old interface.
 */
export function groupsRequest({ earlier }: Places, account: Account): PlainRequest {
  const token = graphTokenOf(account);
  const cursor = earlier?.cursor ?? '';
  if (token === null || cursor.startsWith(OWN)) {
    const page = Number(cursor.slice(OWN.length)) || 1;
    return request('GET', `groups.json?mine=1&page=${page}`, account);
  }
  const communities = '/employeeExperience/communities?$top=100';
  return batchRequest(token, [
    { method: 'GET', path: cursor === '' ? communities : pathFrom(cursor, `${communities}&`) },
    { method: 'GET', path: '/me/memberOf?$select=id&$top=999' },
  ]);
}

export function readPlaces(response: PlainResponse, operation: Places, account: Account): Reading<'places'> {
  const { cursor = '', pages = 0, found = [] } = operation.earlier ?? {};
  if (graphTokenOf(account) === null || cursor.startsWith(OWN)) return readOwn(response, operation);
  const page = communitiesOf(response);
  if (page === null) return { next: { ...operation, earlier: { cursor: `${OWN}1`, pages: 1, found: [] } } };
  const places = [...found, ...page.places];
  if (page.next === null || pages + 1 >= MOST_PAGES) return succeed(places);
  return { next: { ...operation, earlier: { cursor: page.next, pages: pages + 1, found: places } } };
}

/** Null where Graph has no communities for us: no permission, or a network that is not in native mode. */
function communitiesOf(
  response: PlainResponse,
): { readonly places: readonly Place[]; readonly next: string | null } | null {
  const [communities, groups] = batchAnswers(response, 2) ?? [];
  if (communities?.status !== 200 || groups?.status !== 200) return null;
  const page = readPage(communities, CommunitySchema);
  const joined = readPage(groups, IdOnlySchema);
  if (page === null || joined === null) return null;
  const mine = new Set(joined.items.map(({ id }) => id));
  const places = page.items
    .filter(({ groupId }) => groupId !== null && mine.has(groupId))
    .flatMap(({ id, displayName, privacy }) => {
      const group = groupOf(id);
      return group === null ? [] : [placeOf(group, displayName, privacy)];
    });
  return { places, next: page.next };
}

/** Graph's id of a community holds that of the group: `{"_type":"Group","id":"155527094272"}` in base64url. */
export function groupOf(communityId: string): string | null {
  try {
    const held = jsonOf(atob(communityId.replaceAll('-', '+').replaceAll('_', '/')));
    const group = z.object({ _type: z.literal('Group'), id: IdSchema }).safeParse(held);
    return group.success ? group.data.id : null;
  } catch {
    return null; // no base64
  }
}

function readOwn(response: PlainResponse, operation: Places): Reading<'places'> {
  const groups = groupsOf(jsonOf(response.text));
  if (groups === null) return unreadable('no');
  const { pages = 0, found = [], cursor = `${OWN}1` } = operation.earlier ?? {};
  const fresh = groups.filter(({ id }) => found.every((known) => known.id !== id));
  const places = [...found, ...fresh];
  if (groups.length < PER_OWN_PAGE || fresh.length === 0 || pages >= MOST_PAGES) return succeed(places);
  const next = `${OWN}${(Number(cursor.slice(OWN.length)) || 1) + 1}`;
  return { next: { ...operation, earlier: { cursor: next, pages: pages + 1, found: places } } };
}

/** A list, or one inside an object (as in what a search gives). */
function groupsOf(body: unknown): readonly Place[] | null {
  const list = z.union([z.array(z.unknown()), z.object({ groups: z.array(z.unknown()) })]).safeParse(body);
  if (!list.success) return null;
  const groups = itemsAs(GroupSchema, Array.isArray(list.data) ? list.data : list.data.groups);
  return groups.map(({ id, full_name, name, privacy }) => placeOf(id, full_name || name, privacy));
}

function placeOf(id: string, name: string | null, privacy: string | null): Place {
  const shown = (name ?? '').trim().slice(0, MOST_NAME);
  return { id, name: shown === '' ? id : shown, closed: privacy === 'private' };
}
