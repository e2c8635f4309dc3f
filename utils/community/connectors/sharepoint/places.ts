import * as z from 'zod/mini';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs, maybe } from '../../answer';
import type { Place } from '../../community';
import type { Account, Failure, Operation, PlainRequest, PlainResponse, Reading } from '../../connector';
import { GRAPH, graphRequest, pathFrom, readPage } from '../../microsoft/graph';
import { unreadable } from '../../status';

type Places = Extract<Operation, { verb: 'places' }>;

const API = `${GRAPH}/v1.0`;
const FOLLOWED = '/me/followedSites';
/** Marks the first page of those that one follows; every other cursor is Graph's. */
const FIRST = '';
/** Host and path, as people know a site. */
const SITE = /^[a-z0-9-]+\.sharepoint\.com(?:\/(?:sites|teams)\/[^/:]+)?$/iu;
const MOST_PAGES = 4;
const MOST_NAME = 100;

const SiteSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.minLength(1)),
    displayName: maybe(z.string()),
    name: maybe(z.string()),
    webUrl: maybe(z.string()),
  }),
);

/** The site that an address belongs to, as host and path, be it the address of a page or of Graph; null: none. */
export function siteMeant({ origin, hostname, pathname }: URL): string | null {
  const site = siteAt(`${origin}${pathname}`);
  if (site !== '') return SITE.test(site) ? site : null;
  const [, below = ''] = /^(\/(?:sites|teams)\/[^/]+)/iu.exec(pathname) ?? [];
  return SITE.test(hostname) ? `${hostname}${below}` : null;
}

/** Where Graph has a site: `host:/sites/name`, or the host alone for the first one of an organisation. */
export function baseOf(site: string): string {
  return `${API}/sites/${site.replace('/', ':/')}`;
}

/** The site that Graph has there, as host and path; empty where it has none. */
export function siteAt(base: string): string {
  return base.startsWith(`${API}/sites/`) ? base.slice(`${API}/sites/`.length).replace(':/', '/') : '';
}

/** The path of the site whose address was typed, where one was; it is the first that is asked. */
function typedSite({ earlier }: Places, { base }: Account): string | null {
  return earlier === undefined && base.startsWith(`${API}/sites/`) ? base.slice(API.length) : null;
}

/** The site whose address was typed, then those that one follows. */
export function sitesRequest(operation: Places, account: Account): PlainRequest {
  const cursor = operation.earlier?.cursor ?? FIRST;
  const followed = cursor === FIRST ? FOLLOWED : pathFrom(cursor, `${FOLLOWED}?`);
  return graphRequest(account.token, 'GET', typedSite(operation, account) ?? followed);
}

/** A site that was typed and is closed to this person, or gone, leaves those that one follows. */
export function readPlaces(
  response: PlainResponse,
  operation: Places,
  account: Account,
  failure: Failure | null,
): Reading<'places'> {
  const { pages = 0, found = [] } = operation.earlier ?? {};
  const go = (cursor: string, places: readonly Place[]): Reading<'places'> => ({
    next: { ...operation, earlier: { cursor, pages: pages + 1, found: places } },
  });
  if (typedSite(operation, account) !== null) {
    const isClosed = failure?.kind === 'gone' || (failure?.kind === 'auth' && failure.why === 'forbidden');
    const site = bodyAs(SiteSchema, response);
    if (failure === null) return site === null ? unreadable('no') : go(FIRST, [placeOf(site)]);
    return isClosed ? go(FIRST, []) : fail(failure);
  }
  if (failure !== null) return fail(failure);
  const page = readPage(response, SiteSchema);
  if (page === null) return unreadable('no');
  const fresh = page.items.filter(({ id }) => found.every((known) => known.id !== id)).map(placeOf);
  const places = [...found, ...fresh];
  return page.next === null || pages + 1 >= MOST_PAGES ? succeed(places) : go(page.next, places);
}

/** Never closed: Graph does not say who reads a site, and a whole organisation may read along in it. */
function placeOf({ id, displayName, name, webUrl }: z.infer<typeof SiteSchema>): Place {
  const shown = displayName || name || webUrl || id;
  return { id, name: shown.slice(0, MOST_NAME), closed: false };
}
