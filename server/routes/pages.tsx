/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { isOwnForm, type Visitor, visitorOf } from '../auth/session';
import { statusUrl } from '../entities';
import { Layout } from '../pages/Layout';
import { Post, type ShownPost, TimelinePage } from '../pages/Practice';
import { AVATAR, STYLE } from '../pages/style';
import { wordsFor } from '../pages/words';
import { flag, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountsByIds } from '../store/accounts';
import { favouritesOf, setFavourite } from '../store/favourites';
import { type StatusRow, visibleStatus } from '../store/statuses';
import { DEFAULT_PAGE, readTimeline } from '../store/timelines';

/** One page in the frame that all share. */
export function page(
  context: Context,
  ports: Ports,
  visitor: Visitor | null,
  title: string,
  body: Child,
  status: 200 | 400 | 403 | 404 | 422 | 429 = 200,
) {
  const { pathname, search } = new URL(context.req.url);
  const frame = (
    <Layout
      words={wordsFor(context, ports)}
      title={title}
      community={ports.name}
      visitor={visitor}
      path={`${pathname}${search}`}
    >
      {body}
    </Layout>
  );
  return context.html(html`<!doctype html>${frame}`, status);
}

/** Not signed in: to the sign-in page, and then on to what was wanted. */
export function toSignIn(context: Context, ports: Ports): Response {
  wordsFor(context, ports); // remembers the language that an app asked for
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`);
}

/** Members' pages: the timeline, one practice, thanks. */
export function pageRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/assets/style.css', (context) =>
    context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/assets/avatar.svg', (context) =>
    context.body(AVATAR, 200, { 'Content-Type': 'image/svg+xml' }),
  );
  routes.get('/', (context) => timelinePage(context, ports));
  routes.get('/:handle{@[a-z0-9_]+}/:id{[0-9]+}', (context) => practicePage(context, ports));
  routes.post('/:handle{@[a-z0-9_]+}/:id{[0-9]+}/thanks', (context) => thank(context, ports));
  return routes;
}

async function timelinePage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const parameters = await readParameters(context);
  const maxId = one(parameters, 'max_id');
  const minId = one(parameters, 'min_id');
  const reader = visitor.account.id;
  const rows = await readTimeline(
    ports.store,
    { kind: 'home', reader },
    { limit: DEFAULT_PAGE + 1, maxId, minId },
  );
  const shown = minId === undefined ? rows.slice(0, DEFAULT_PAGE) : rows.slice(-DEFAULT_PAGE);
  const words = wordsFor(context, ports);
  const body = (
    <TimelinePage
      words={words}
      posts={await shownPosts(ports, shown, reader)}
      visitor={visitor}
      origin={ports.origin}
      older={minId !== undefined || rows.length > DEFAULT_PAGE ? (shown.at(-1)?.id ?? null) : null}
      newer={maxId !== undefined || rows.length > DEFAULT_PAGE ? (shown[0]?.id ?? null) : null}
    />
  );
  return page(context, ports, visitor, words.t('server.timeline'), body);
}

async function shownPosts(ports: Ports, rows: readonly StatusRow[], reader: string): Promise<ShownPost[]> {
  const authors = await accountsByIds(
    ports.store,
    rows.map(({ account_id }) => account_id),
  );
  const thanks = await favouritesOf(
    ports.store,
    rows.map(({ id }) => id),
    reader,
  );
  return rows.flatMap((row) => {
    const author = authors.get(row.account_id);
    if (author === undefined) return [];
    const { count = 0, mine = false } = thanks.get(row.id) ?? {};
    const url = statusUrl(ports.origin, author.handle, row.id);
    return [
      {
        url,
        text: row.text,
        author: author.display_name,
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
  const [post] = row === undefined ? [] : await shownPosts(ports, [row], visitor.account.id);
  return post !== undefined && new URL(post.url).pathname.startsWith(`/${context.req.param('handle')}/`)
    ? post
    : null;
}

async function practicePage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const post = await postOf(context, ports, visitor);
  if (post === null) return notFoundPage(context, ports);
  const words = wordsFor(context, ports);
  const title = post.text.trim().split('\n')[0] ?? '';
  return page(
    context,
    ports,
    visitor,
    title,
    <Post words={words} post={post} visitor={visitor} origin={ports.origin} alone={true} />,
  );
}

async function thank(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return context.redirect('/sign-in', 303);
  const parameters = await readParameters(context);
  const post = await postOf(context, ports, visitor);
  if (post === null) return notFoundPage(context, ports);
  if (isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? '')) {
    await setFavourite(
      ports.store,
      context.req.param('id') ?? '',
      visitor.account.id,
      flag(parameters, 'on'),
    );
  }
  return context.redirect(new URL(post.url).pathname, 303);
}

export async function notFoundPage(context: Context, ports: Ports) {
  const { t } = wordsFor(context, ports);
  const body = (
    <div class="card">
      <h1>{t('server.not-found')}</h1>
      <p>{t('server.not-found-about')}</p>
    </div>
  );
  return page(context, ports, await visitorOf(context, ports), t('server.not-found'), body, 404);
}
