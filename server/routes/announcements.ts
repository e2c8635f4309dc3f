import { Hono } from 'hono';
import { memberOf } from '../auth/access';
import { announcementEntity } from '../entities/announcement';
import type { Ports } from '../ports';
import { currentCalls } from '../store/calls';

/** The coordinator's calls, for apps: Mastodon's own word for what is said to everybody, for a while. */
export function announcementRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/announcements', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    const calls = await currentCalls(ports.store);
    return context.json(calls.map((call) => announcementEntity(ports, call)));
  });
  return routes;
}
