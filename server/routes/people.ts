import { Hono } from 'hono';
import type { Ports } from '../ports';
import { accountRoutes } from './accounts';
import { credentialRoutes } from './credentials';
import { emptyRoutes } from './empty';
import { followRoutes } from './follows';
import { markerRoutes } from './markers';
import { notificationGroupRoutes } from './notification-groups';
import { notificationPolicyRoutes } from './notification-policy';
import { notificationRoutes } from './notifications';
import { placesApiRoutes } from './places-api';

/** What apps ask about people and places, and what a member is told of them. */
export function peopleRoutes(ports: Ports): Hono {
  const routes = new Hono();
  for (const subject of [
    accountRoutes,
    credentialRoutes,
    followRoutes,
    placesApiRoutes,
    markerRoutes,
    notificationPolicyRoutes,
    notificationRoutes,
    notificationGroupRoutes,
    emptyRoutes,
  ]) {
    routes.route('/', subject(ports));
  }
  return routes;
}
