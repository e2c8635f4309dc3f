/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isOwnForm, type Visitor, visitorOf } from '../auth/session';
import { isTag, tagName } from '../content';
import { accountUrl } from '../entities/account';
import { statusUrl } from '../entities/status';
import { Post, type ShownPost, titleOf } from '../pages/Post';
import { AVATAR, STYLE } from '../pages/style';
import { SearchableHeading, TimelinePage } from '../pages/Timeline';
import { wordsFor } from '../pages/words';
import { flag, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountByHandle, accountsByIds } from '../store/accounts';
import { favouritesOf, setFavourite } from '../store/favourites';
import { isFollowing } from '../store/follows';
import { DEFAULT_PAGE } from '../store/paging';
import { type StatusRow, visibleStatus } from '../store/statuses';
import { postsOf, readTimeline, type Timeline } from '../store/timelines';
import { notFoundPage, page, toSignIn } from './frame';
import { idOf } from './page-links';
import { placeHeader, placeRoutes } from './places';

/** Members' pages: everybody's posts, one author's, those with a tag, one practice, thanks. */
export function pageRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.route('/', placeRoutes(ports));
  routes.get('/assets/style.css', (context) =>
    context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/assets/avatar.svg', (context) =>
    context.body(AVATAR, 200, { 'Content-Type': 'image/svg+xml' }),
  );
  routes.get('/', (context) => homePage(context, ports));
  routes.get('/tags/:tag', (context) => tagPage(context, ports));
  routes.get('/:handle{@[a-z0-9_]+}', (context) => authorPage(context, ports));
  routes.get('/:handle{@[a-z0-9_]+}/:id{[0-9]+}', (context) => practicePage(context, ports));
  routes.post('/:handle{@[a-z0-9_]+}/:id{[0-9]+}/thanks', (context) => thank(context, ports));
  return routes;
}

async function homePage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const title = wordsFor(context, ports).t('server.timeline');
  return timelinePage(
    context,
    ports,
    visitor,
    { title },
    {
      kind: 'home',
      reader: visitor.account.id,
      boosts: false,
    },
  );
}

/** Where the hashtags of a post lead. */
async function tagPage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const tag = tagName(context.req.param('tag') ?? '');
  if (!isTag(tag)) return notFoundPage(context, ports);
  const timeline = { kind: 'tag', reader: visitor.account.id, any: [tag], all: [], none: [] } as const;
  return timelinePage(context, ports, visitor, { title: `#${tag}` }, timeline);
}

async function authorPage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const author = await accountByHandle(ports.store, (context.req.param('handle') ?? '').slice(1));
  if (author === undefined) return notFoundPage(context, ports);
  const reader = visitor.account.id;
  const timeline = postsOf(author, { reader, replies: true, boosts: false });
  const title = author.display_name;
  if (author.place === null) return timelinePage(context, ports, visitor, { title }, timeline);
  const heading = await placeHeader(context, ports, visitor, author);
  // Whoever may not read here is told so above, and not that there is nothing.
  const saysEmpty = !author.place.locked || (await isFollowing(ports.store, reader, author.id));
  return timelinePage(context, ports, visitor, { title, heading, saysEmpty }, timeline);
}

interface Top {
  readonly title: string;
  /** Instead of the title and a search through everything. */
  readonly heading?: Child;
  readonly saysEmpty?: boolean;
}

async function timelinePage(
  context: Context,
  ports: Ports,
  visitor: Visitor,
  { title, heading, saysEmpty = true }: Top,
  timeline: Timeline,
) {
  const words = wordsFor(context, ports);
  const parameters = await readParameters(context);
  const maxId = idOf(parameters, 'max_id');
  const minId = idOf(parameters, 'min_id');
  // One more than is shown tells whether there is another page on that side.
  const rows = await readTimeline(ports.store, timeline, { limit: DEFAULT_PAGE + 1, maxId, minId });
  const more = rows.length > DEFAULT_PAGE;
  const shown = minId === undefined ? rows.slice(0, DEFAULT_PAGE) : rows.slice(-DEFAULT_PAGE);
  const { path } = context.req;
  const link = (name: string, id: string | undefined): string | null =>
    id === undefined ? null : `${path}?${name}=${id}`;
  const body = (
    <TimelinePage
      words={words}
      heading={heading ?? <SearchableHeading words={words} title={title} />}
      empty={saysEmpty ? words.t('server.empty') : null}
      posts={await shownPosts(ports, shown, visitor.account.id)}
      visitor={visitor}
      older={minId !== undefined || more ? link('max_id', shown.at(-1)?.id) : null}
      newer={maxId !== undefined || (minId !== undefined && more) ? link('min_id', shown[0]?.id) : null}
    />
  );
  return page(context, ports, visitor, title, body);
}

/** Posts as a page shows them to this reader. */
export async function shownPosts(
  ports: Ports,
  rows: readonly StatusRow[],
  reader: string,
): Promise<ShownPost[]> {
  const { store, origin } = ports;
  const authorIds = rows.map(({ account_id }) => account_id);
  const authors = await accountsByIds(store, authorIds);
  const ids = rows.map(({ id }) => id);
  const thanks = await favouritesOf(store, ids, reader);
  return rows.flatMap((row) => {
    const author = authors.get(row.account_id);
    if (author === undefined) return [];
    const { count = 0, mine = false } = thanks.get(row.id) ?? {};
    return [
      {
        url: statusUrl(origin, author.handle, row.id),
        text: row.text,
        content_type: row.content_type,
        language: row.language,
        author: { name: author.display_name, url: accountUrl(origin, author.handle) },
        createdAt: row.created_at,
        thanks: count,
        thankedByMe: mine,
      },
    ];
  });
}

/** The post that an address names, if this visitor may see it and it is that author's. */
async function postOf(context: Context, ports: Ports, visitor: Visitor): Promise<ShownPost | null> {
  const row = await visibleStatus(ports.store, context.req.param('id') ?? '', visitor.account.id);
  const [post] =
    row === undefined || row.reblog_of_id !== null ? [] : await shownPosts(ports, [row], visitor.account.id);
  return post?.author.url.endsWith(`/${context.req.param('handle')}`) ? post : null;
}

async function practicePage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const post = await postOf(context, ports, visitor);
  if (post === null) return notFoundPage(context, ports);
  const words = wordsFor(context, ports);
  const body = <Post words={words} post={post} visitor={visitor} alone={true} />;
  return page(context, ports, visitor, titleOf(words, post), body);
}

async function thank(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return context.redirect('/sign-in', 303);
  const parameters = await readParameters(context);
  const post = await postOf(context, ports, visitor);
  if (post === null) return notFoundPage(context, ports);
  if (isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? '')) {
    const id = context.req.param('id') ?? '';
    await setFavourite(ports.store, id, visitor.account.id, flag(parameters, 'on'));
  }
  return context.redirect(new URL(post.url).pathname, 303);
}
