import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { notificationEntities } from '../entities/notification';
import { readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { forgetNotifications, readNotifications } from '../store/notification-lists';
import { filterOf, NOTIFICATION_PAGE, unreadOf } from './notification-filters';
import { addPageLinks, pageOf } from './page-links';

/** What a member is told, one by one. */
export function notificationRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/notifications', (context) => list(context, ports));
  routes.get('/api/v1/notifications/unread_count', async (context) => {
    const reader = await memberOf(context, ports, 'read:notifications');
    const unread = await unreadOf(ports.store, reader.id, await readParameters(context));
    return context.json({ count: unread.length });
  });
  routes.get('/api/v1/notifications/:id{[0-9]+}', async (context) => {
    const reader = await memberOf(context, ports, 'read:notifications');
    const group = { id: context.req.param('id') };
    const rows = await readNotifications(ports.store, reader.id, { group }, { limit: 1 });
    const [notification] = await notificationEntities(ports, rows, reader.id);
    if (notification === undefined) throw notFound();
    return context.json(notification);
  });
  routes.post('/api/v1/notifications/clear', async (context) => {
    const reader = await memberOf(context, ports, 'write:notifications');
    await forgetNotifications(ports.store, reader.id);
    return context.json({});
  });
  routes.post('/api/v1/notifications/:id{[0-9]+}/dismiss', async (context) => {
    const reader = await memberOf(context, ports, 'write:notifications');
    const group = { id: context.req.param('id') };
    if ((await forgetNotifications(ports.store, reader.id, { group })) === 0) throw notFound();
    return context.json({});
  });
  return routes;
}

async function list(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:notifications');
  const parameters = await readParameters(context);
  const page = pageOf(parameters, NOTIFICATION_PAGE);
  const rows = await readNotifications(ports.store, reader.id, filterOf(parameters), page);
  const ids = rows.map(({ id }) => id);
  addPageLinks(context, ports.origin, ids, page.limit);
  return context.json(await notificationEntities(ports, rows, reader.id));
}
