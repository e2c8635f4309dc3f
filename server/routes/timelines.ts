import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { isTag, tagName } from '../content';
import { statusEntities } from '../entities/status';
import { flag, many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { accountById } from '../store/accounts';
import { markedStatuses } from '../store/reader-lists';
import type { StatusRow } from '../store/statuses';
import { postsOf, readTimeline, type Timeline } from '../store/timelines';
import { found } from './accounts';
import { addPageLinks, pageOf } from './page-links';

/** The posts to read: home, everybody's, a tag's, those of one author or in one place, one's favourites and bookmarks. */
export function timelineRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/timelines/home', (context) =>
    answerPage(context, ports, (reader) => ({ kind: 'home', reader, boosts: true })),
  );
  routes.get('/api/v1/timelines/public', (context) =>
    answerPage(context, ports, (_reader, parameters) =>
      isElsewhere(parameters) ? null : { kind: 'public' },
    ),
  );
  routes.get('/api/v1/timelines/tag/:tag', (context) =>
    answerPage(context, ports, (reader, parameters) =>
      isElsewhere(parameters) ? null : tagTimeline(context, reader, parameters),
    ),
  );
  routes.get('/api/v1/timelines/list/:id', async (context) => {
    await memberOf(context, ports, 'read:lists');
    throw notFound(); // nobody has lists
  });
  routes.get('/api/v1/accounts/:id/statuses', (context) => accountPage(context, ports));
  for (const table of ['favourites', 'bookmarks'] as const) {
    routes.get(`/api/v1/${table}`, (context) => markedPage(context, ports, table));
  }
  return routes;
}

/** There is no other server that posts could be of, and there are no pictures. */
function isElsewhere(parameters: Parameters): boolean {
  return flag(parameters, 'remote') || flag(parameters, 'only_media');
}

/** As many other tags as Mastodon takes. */
const MOST_TAGS = 4;

function tagTimeline(context: Context, reader: string, parameters: Parameters): Timeline {
  const tag = tagName(context.req.param('tag') ?? '');
  if (!isTag(tag)) throw notFound();
  const others = (name: string): string[] => many(parameters, name).slice(0, MOST_TAGS).map(tagName);
  const any = [...new Set([tag, ...others('any')])];
  return { kind: 'tag', reader, any, all: others('all'), none: others('none') };
}

async function accountPage(context: Context, ports: Ports): Promise<Response> {
  await memberOf(context, ports, 'read:statuses');
  const account = found(await accountById(ports.store, context.req.param('id') ?? ''));
  return answerPage(context, ports, (reader, parameters) => {
    if (flag(parameters, 'pinned') || flag(parameters, 'only_media')) return null;
    const tagged = one(parameters, 'tagged');
    return postsOf(account, {
      reader,
      replies: !flag(parameters, 'exclude_replies'),
      boosts: !flag(parameters, 'exclude_reblogs'),
      tag: tagged === undefined ? undefined : tagName(tagged),
    });
  });
}

/** One page of the timeline that is chosen; empty where that is none. */
async function answerPage(
  context: Context,
  ports: Ports,
  choose: (reader: string, parameters: Parameters) => Timeline | null,
): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const parameters = await readParameters(context);
  const page = pageOf(parameters);
  const timeline = choose(reader.id, parameters);
  const rows = timeline === null ? [] : await readTimeline(ports.store, timeline, page);
  const ids = rows.map(({ id }) => id);
  return answerRows(context, ports, { rows, ids, limit: page.limit, reader: reader.id });
}

async function markedPage(
  context: Context,
  ports: Ports,
  table: 'favourites' | 'bookmarks',
): Promise<Response> {
  const reader = await memberOf(context, ports, `read:${table}`);
  const page = pageOf(await readParameters(context));
  const rows = await markedStatuses(ports.store, table, reader.id, page);
  const ids = rows.flatMap(({ cursor }) => cursor ?? []);
  return answerRows(context, ports, { rows, ids, limit: page.limit, reader: reader.id });
}

interface Rows {
  readonly rows: readonly StatusRow[];
  /** What the list is paged by. */
  readonly ids: readonly string[];
  readonly limit: number;
  readonly reader: string;
}

async function answerRows(context: Context, ports: Ports, { rows, ids, limit, reader }: Rows) {
  addPageLinks(context, ports.origin, ids, limit);
  return context.json(await statusEntities(ports, rows, reader));
}
