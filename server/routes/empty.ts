import { Hono } from 'hono';
import { memberOf } from '../auth/access';
import type { Ports } from '../ports';
import { invalid } from '../problem';

/**
 * What this community has none of, and the scope that asking for it takes. A push subscription is not among them: an
 * empty list breaks Elk, and one that is not there is a 404 as everything else.
 */
export const EMPTY_LISTS: Readonly<Record<string, string>> = {
  '/api/v1/lists': 'read:lists',
  '/api/v1/accounts/:id{[0-9]+}/lists': 'read:lists',
  '/api/v1/filters': 'read:filters',
  '/api/v2/filters': 'read:filters',
  '/api/v1/featured_tags': 'read:accounts',
  '/api/v1/featured_tags/suggestions': 'read:accounts',
  '/api/v1/accounts/:id{[0-9]+}/featured_tags': 'read:accounts',
  '/api/v1/accounts/:id{[0-9]+}/endorsements': 'read:accounts',
  '/api/v1/accounts/:id{[0-9]+}/identity_proofs': 'read:accounts',
  '/api/v1/endorsements': 'read:accounts',
  '/api/v1/conversations': 'read:statuses',
  '/api/v1/scheduled_statuses': 'read:statuses',
  '/api/v1/trends': 'read:statuses',
  '/api/v1/trends/tags': 'read:statuses',
  '/api/v1/trends/statuses': 'read:statuses',
  '/api/v1/trends/links': 'read:statuses',
  '/api/v1/blocks': 'read:blocks',
  '/api/v1/domain_blocks': 'read:blocks',
  '/api/v1/mutes': 'read:mutes',
  '/api/v1/suggestions': 'read',
  '/api/v2/suggestions': 'read',
  '/api/v1/notifications/requests': 'read:notifications',
};

/** What apps may want to make or change and this community does not have: said, so that nobody relies on it. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  '/api/v1/lists': 'Lists are',
  '/api/v1/filters': 'Filters are',
  '/api/v2/filters': 'Filters are',
  '/api/v1/featured_tags': 'Featured tags are',
  '/api/v1/domain_blocks': 'Blocking servers is',
  '/api/v1/push/subscription': 'Push is',
  '/api/v1/accounts/:id{[0-9]+}/block': 'Blocking is',
  '/api/v1/accounts/:id{[0-9]+}/mute': 'Muting is',
  '/api/v1/accounts/:id{[0-9]+}/note': 'Notes on people are',
  '/api/v1/accounts/:id{[0-9]+}/pin': 'Endorsing is',
  '/api/v1/accounts/:id{[0-9]+}/endorse': 'Endorsing is',
};

/** Answers for what Mastodon has and a small community does without: empty, correctly. */
export function emptyRoutes(ports: Ports): Hono {
  const routes = new Hono();
  for (const [path, scope] of Object.entries(EMPTY_LISTS)) {
    routes.get(path, async (context) => {
      await memberOf(context, ports, scope);
      return context.json([]);
    });
  }
  for (const [path, what] of Object.entries(UNSUPPORTED)) {
    routes.post(path, async (context) => {
      await memberOf(context, ports, 'write');
      throw invalid(`${what} not supported here`);
    });
  }
  // Apps ask for these before anybody signed in.
  routes.get('/api/v1/custom_emojis', (context) => context.json([]));
  return routes;
}
