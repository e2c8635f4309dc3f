/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isOwnForm, type Visitor, visitorOf } from '../auth/session';
import { NO_PLACE, type PlaceValues } from '../pages/MakePlaceForm';
import { PlaceHeader } from '../pages/PlaceHeader';
import { PlacesPage } from '../pages/Places';
import { wordsFor } from '../pages/words';
import { flag, one, type Parameters, readParameters } from '../parameters';
import { LONGEST_ABOUT, LONGEST_NAME, readPlace } from '../place-form';
import type { Ports } from '../ports';
import { type Account, accountByHandle, accountsByIds } from '../store/accounts';
import { followersOf } from '../store/follow-lists';
import { requestersOf, settleRequest } from '../store/follow-requests';
import { follow, unfollow } from '../store/follows';
import { isKeeper } from '../store/keepers';
import { createPlace, listPlaces, withMembership } from '../store/places';
import { notFoundPage, page, toSignIn } from './frame';

const SHOWN_MEMBERS = 24;

/** The list of places, joining and leaving them, making them, letting people in. */
export function placeRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/places', async (context) => {
    const visitor = await visitorOf(context, ports);
    return visitor === null ? toSignIn(context, ports) : placesPage(context, ports, visitor);
  });
  routes.post('/places', (context) => make(context, ports));
  routes.post('/:handle{@[a-z0-9_]+}/membership', (context) => changeMembership(context, ports));
  routes.post('/:handle{@[a-z0-9_]+}/requests', (context) => decide(context, ports));
  return routes;
}

async function placesPage(
  context: Context,
  ports: Ports,
  visitor: Visitor,
  { values = NO_PLACE, problem = null }: { values?: PlaceValues; problem?: string | null } = {},
) {
  const words = wordsFor(context, ports);
  const places = await listPlaces(ports.store, visitor.account.id);
  const body = (
    <PlacesPage words={words} places={places} visitor={visitor} values={values} problem={problem} />
  );
  return page(context, ports, visitor, words.t('server.places'), body, problem === null ? 200 : 422);
}

/** What stands above a place's posts, for one visitor. */
export async function placeHeader(
  context: Context,
  ports: Ports,
  { account, csrf }: Visitor,
  place: Account,
) {
  const { store } = ports;
  const rows = await followersOf(store, place, account, { limit: SHOWN_MEMBERS });
  const members = rows.map(({ account_id }) => account_id);
  const requesters = isKeeper(account, place) ? await requestersOf(store, place.id) : [];
  const people = await accountsByIds(store, [...members, ...requesters]);
  const named = (ids: readonly string[]) => ids.flatMap((id) => people.get(id) ?? []);
  const [listed] = await withMembership(store, [place], account.id);
  return listed === undefined ? null : (
    <PlaceHeader
      words={wordsFor(context, ports)}
      listed={listed}
      visitor={{ account, csrf }}
      members={named(members)}
      requesters={named(requesters)}
    />
  );
}

async function make(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  if (visitor.account.role !== 'coordinator') return notFoundPage(context, ports);
  const parameters = await readParameters(context);
  const { t } = wordsFor(context, ports);
  const values = valuesOf(parameters);
  const refuse = (problem: string) => placesPage(context, ports, visitor, { values, problem });
  if (!isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? ''))
    return refuse(t('server.form-elsewhere'));
  const wanted = readPlace(parameters);
  if (!wanted.ok) {
    if (wanted.error === 'name') return refuse(t('server.place-name-wrong', { count: LONGEST_NAME }));
    if (wanted.error === 'about') return refuse(t('server.place-about-long', { count: LONGEST_ABOUT }));
    return refuse(t('server.place-handle-wrong'));
  }
  const made = await createPlace(ports.store, wanted.value, visitor.account);
  return made.ok ? context.redirect(`/@${made.value.handle}`, 303) : refuse(t('server.place-handle-taken'));
}

function valuesOf(parameters: Parameters): PlaceValues {
  const given = (name: string) => one(parameters, name) ?? '';
  return {
    name: given('name'),
    handle: given('handle'),
    about: given('about'),
    locked: flag(parameters, 'locked'),
  };
}

async function changeMembership(context: Context, ports: Ports) {
  const asked = await askedOfPlace(context, ports);
  if (asked === null) return notFoundPage(context, ports);
  const { place, visitor, parameters, isOwn } = asked;
  if (isOwn && flag(parameters, 'join')) await follow(ports.store, visitor.account, place);
  else if (isOwn) await unfollow(ports.store, visitor.account.id, place);
  return context.redirect(one(parameters, 'back') === 'list' ? '/places' : `/@${place.handle}`, 303);
}

async function decide(context: Context, ports: Ports) {
  const asked = await askedOfPlace(context, ports);
  if (asked === null || !isKeeper(asked.visitor.account, asked.place)) return notFoundPage(context, ports);
  const { place, visitor, parameters, isOwn } = asked;
  const accept = one(parameters, 'decision') === 'accept';
  const decision = { accept, placeId: place.id };
  if (isOwn) await settleRequest(ports.store, visitor.account, one(parameters, 'account') ?? '', decision);
  return context.redirect(`/@${place.handle}`, 303);
}

/** A form about a place; null where nobody is signed in, or there is no such place. */
async function askedOfPlace(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  const place = await accountByHandle(ports.store, (context.req.param('handle') ?? '').slice(1));
  if (visitor === null || place === undefined || place.place === null) return null;
  const parameters = await readParameters(context);
  const isOwn = isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? '');
  return { place, visitor, parameters, isOwn };
}
