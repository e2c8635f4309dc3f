import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntities } from '../entities/account';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid, notFound } from '../problem';
import { accountById } from '../store/accounts';
import { setBookmark } from '../store/bookmarks';
import { boost, unboost } from '../store/boosts';
import { setFavourite } from '../store/favourites';
import { boostedBy, favouritedBy } from '../store/reader-lists';
import type { StatusRow, Visibility } from '../store/statuses';
import { addPageLinks, pageOf } from './page-links';
import { answerWith, visiblePost } from './statuses';

type Change = (ports: Ports, post: StatusRow, reader: string) => Promise<void> | void;

const notSupported = (what: string): Change => {
  return () => {
    throw invalid(`${what} is not supported here`);
  };
};

/** What a member does with a post, each with its scope: it answers the post, and doing it twice changes nothing more. */
const CHANGES: Readonly<Record<string, readonly [scope: string, Change]>> = {
  favourite: ['write:favourites', ({ store }, { id }, reader) => setFavourite(store, id, reader, true)],
  unfavourite: ['write:favourites', ({ store }, { id }, reader) => setFavourite(store, id, reader, false)],
  bookmark: ['write:bookmarks', ({ store }, { id }, reader) => setBookmark(store, id, reader, true)],
  unbookmark: ['write:bookmarks', ({ store }, { id }, reader) => setBookmark(store, id, reader, false)],
  unreblog: ['write:statuses', ({ store }, { id }, reader) => unboost(store, id, reader)],
  mute: ['write:mutes', notSupported('Muting a conversation')],
  pin: ['write:accounts', notSupported('Pinning a post')],
  // Nothing was muted or pinned, so that it is not so afterwards is true.
  unmute: ['write:mutes', () => undefined],
  unpin: ['write:accounts', () => undefined],
};

/** Thanks, boosts, bookmarks, and who gave them. */
export function reactionRoutes(ports: Ports): Hono {
  const routes = new Hono();
  for (const [action, [scope, change]] of Object.entries(CHANGES)) {
    routes.post(`/api/v1/statuses/:id/${action}`, async (context) => {
      const reader = await memberOf(context, ports, scope);
      const post = await visiblePost(ports, context.req.param('id'), reader.id);
      await change(ports, post, reader.id);
      return answerWith(context, ports, post, reader.id);
    });
  }
  routes.post('/api/v1/statuses/:id/reblog', (context) => reblog(context, ports));
  routes.get('/api/v1/statuses/:id/favourited_by', (context) => reactors(context, ports, 'favourites'));
  routes.get('/api/v1/statuses/:id/reblogged_by', (context) => reactors(context, ports, 'boosts'));
  return routes;
}

/** Answers the boost with the post inside it. */
async function reblog(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'write:statuses');
  const post = await visiblePost(ports, context.req.param('id') ?? '', reader.id);
  const visibility = await boostVisibility(context, ports, post);
  const boosted = await boost(ports.store, post, reader.id, visibility);
  if (boosted === undefined) throw notFound();
  return answerWith(context, ports, boosted, reader.id);
}

/** Only what everybody may read is passed on, and never further than it was meant to be seen. */
async function boostVisibility(context: Context, ports: Ports, post: StatusRow): Promise<Visibility> {
  const place = post.place_id === null ? undefined : await accountById(ports.store, post.place_id);
  const open = post.visibility === 'public' || post.visibility === 'unlisted';
  if (!open || place?.place?.locked === true) throw invalid('Only a post for everybody can be boosted');
  const asked = one(await readParameters(context), 'visibility');
  if (asked === 'private' || asked === 'unlisted') return asked;
  return post.visibility;
}

async function reactors(context: Context, ports: Ports, kind: 'favourites' | 'boosts'): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:accounts');
  const post = await visiblePost(ports, context.req.param('id') ?? '', reader.id);
  const page = pageOf(await readParameters(context));
  const rows =
    kind === 'favourites'
      ? await favouritedBy(ports.store, post.id, page)
      : await boostedBy(ports.store, post.id, reader.id, page);
  addPageLinks(
    context,
    ports.origin,
    rows.flatMap(({ cursor }) => cursor ?? []),
    page.limit,
  );
  const ids = rows.map(({ account_id }) => account_id);
  const accounts = await accountEntities(ports, ids);
  return context.json(ids.flatMap((id) => accounts.get(id) ?? []));
}
