import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { statusEntities } from '../entities/status';
import { flag, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountById } from '../store/accounts';
import { readTimeline, type Timeline } from '../store/timelines';
import { found } from './accounts';
import { addPageLinks, pageOf } from './page-links';

/** The posts to read: home, everybody's, one author's. */
export function timelineRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/timelines/home', (context) =>
    page(context, ports, (reader) => ({ kind: 'home', reader })),
  );
  routes.get('/api/v1/timelines/public', (context) => page(context, ports, () => ({ kind: 'public' })));
  routes.get('/api/v1/accounts/:id/statuses', async (context) => {
    await memberOf(context, ports, 'read:statuses');
    const { id: accountId } = found(await accountById(ports.store, context.req.param('id')));
    const parameters = await readParameters(context);
    if (flag(parameters, 'pinned') || flag(parameters, 'only_media')) return context.json([]);
    const replies = !flag(parameters, 'exclude_replies');
    return page(context, ports, (reader) => ({ kind: 'account', accountId, reader, replies }));
  });
  return routes;
}

async function page(context: Context, ports: Ports, choose: (reader: string) => Timeline): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const wanted = pageOf(await readParameters(context));
  const rows = await readTimeline(ports.store, choose(reader.id), wanted);
  addPageLinks(
    context,
    ports.origin,
    rows.map(({ id }) => id),
    wanted.limit,
  );
  return context.json(await statusEntities(ports, rows, reader.id));
}
