import { Hono } from 'hono';
import { memberOf } from '../auth/access';
import { type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid } from '../problem';

const NOTHING_PENDING = { pending_requests_count: 0, pending_notifications_count: 0 };

const ACCEPTS_ALL = {
  for_not_following: 'accept',
  for_not_followers: 'accept',
  for_new_accounts: 'accept',
  for_private_mentions: 'accept',
  for_limited_accounts: 'accept',
  summary: NOTHING_PENDING,
};

const FILTERS_NOTHING = {
  filter_not_following: false,
  filter_not_followers: false,
  filter_new_accounts: false,
  filter_private_mentions: false,
  summary: NOTHING_PENDING,
};

const NO = ['accept', 'false', '0', ''];

/** Every member was invited by another, so nobody's notifications are held back: that can be read, not changed. */
export function notificationPolicyRoutes(ports: Ports): Hono {
  const routes = new Hono();
  for (const [path, policy] of [
    ['/api/v1/notifications/policy', FILTERS_NOTHING],
    ['/api/v2/notifications/policy', ACCEPTS_ALL],
  ] as const) {
    routes.get(path, async (context) => {
      await memberOf(context, ports, 'read:notifications');
      return context.json(policy);
    });
    routes.on(['PUT', 'PATCH'], path, async (context) => {
      await memberOf(context, ports, 'write:notifications');
      refuseFilters(await readParameters(context));
      return context.json(policy);
    });
  }
  return routes;
}

function refuseFilters(parameters: Parameters): void {
  const filters = Object.entries(parameters).some(
    ([name, value]) => /^(for|filter)_/.test(name) && ![value].flat().every((each) => NO.includes(each)),
  );
  if (filters) throw invalid('Filtering notifications is not supported here');
}
