import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountUrl } from '../entities/account';
import { readParameters } from '../parameters';
import { readPlace } from '../place-form';
import type { Ports } from '../ports';
import { forbidden, invalid } from '../problem';
import type { Account } from '../store/accounts';
import { isKeeper } from '../store/keepers';
import { createPlace, type ListedPlace, listPlaces } from '../store/places';

const PATH = '/api/deelgenoot/v1/places';

/** Our own list of places, for the extension: Mastodon's API has no such thing. */
export function placesApiRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get(PATH, async (context) => {
    const reader = await memberOf(context, ports, 'read:accounts');
    const places = await listPlaces(ports.store, reader.id);
    return context.json(places.map((listed) => placeEntity(ports, listed, reader)));
  });
  routes.post(PATH, (context) => make(context, ports));
  return routes;
}

/** A place, as one member stands to it. */
function placeEntity(ports: Ports, { place, members, membership }: ListedPlace, reader: Account) {
  return {
    id: place.id,
    handle: place.handle,
    name: place.display_name,
    about: place.place?.about ?? '',
    url: accountUrl(ports.origin, place.handle),
    locked: place.place?.locked ?? false,
    members,
    membership,
    keeper: isKeeper(reader, place),
  };
}

async function make(context: Context, ports: Ports): Promise<Response> {
  const maker = await memberOf(context, ports, 'write:accounts');
  if (maker.role !== 'coordinator') throw forbidden();
  const wanted = readPlace(await readParameters(context));
  if (!wanted.ok) throw invalid(`${wanted.error} is missing, too long or wrongly written`);
  const made = await createPlace(ports.store, wanted.value, maker);
  if (!made.ok)
    throw invalid(made.error === 'handle-taken' ? 'handle is taken' : 'handle is wrongly written');
  return context.json(
    placeEntity(ports, { place: made.value, members: 1, membership: 'member' }, maker),
    201,
  );
}
