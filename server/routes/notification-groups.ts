import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntities } from '../entities/account';
import { groupedNotifications } from '../entities/notification';
import { GROUPABLE, type GroupContent, groupNotifications, readGroupKey } from '../notification-groups';
import { many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound, Refusal } from '../problem';
import { forgetNotifications, readNotifications } from '../store/notification-lists';
import type { NotificationRow } from '../store/notifications';
import { filterOf, NOTIFICATION_PAGE, unreadOf } from './notification-filters';
import { addPageLinks, pageOf } from './page-links';

/** The largest group that is answered whole. */
const WHOLE_GROUP = { limit: 1000 };
const PATH = '/api/v2/notifications';

/** What a member is told, with what belongs together told as one. */
export function notificationGroupRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get(PATH, (context) => list(context, ports));
  routes.get(`${PATH}/unread_count`, async (context) => {
    const reader = await memberOf(context, ports, 'read:notifications');
    const parameters = await readParameters(context);
    const unread = await unreadOf(ports.store, reader.id, parameters);
    return context.json({ count: groupNotifications(unread, groupedTypes(parameters)).length });
  });
  routes.get(`${PATH}/:group_key`, async (context) => {
    const { reader, rows } = await groupOf(context, ports);
    const groups = groupNotifications(rows);
    return answer(context, await groupedNotifications(ports, groups, reader));
  });
  routes.get(`${PATH}/:group_key/accounts`, async (context) => {
    const { rows } = await groupOf(context, ports);
    const accounts = await accountEntities(
      ports,
      rows.map(({ from_account_id }) => from_account_id),
    );
    const ids = new Set(rows.map(({ from_account_id }) => from_account_id));
    return context.json([...ids].flatMap((id) => accounts.get(id) ?? []));
  });
  routes.post(`${PATH}/:group_key/dismiss`, async (context) => {
    const reader = await memberOf(context, ports, 'write:notifications');
    const group = keyOf(context);
    if ((await forgetNotifications(ports.store, reader.id, { group })) === 0) throw notFound();
    return context.json({});
  });
  return routes;
}

async function list(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:notifications');
  const parameters = await readParameters(context);
  const partial = one(parameters, 'expand_accounts') ?? 'full';
  if (!['full', 'partial_avatars'].includes(partial))
    throw new Refusal(400, 'expand_accounts is full or partial_avatars');
  const page = pageOf(parameters, NOTIFICATION_PAGE);
  const rows = await readNotifications(ports.store, reader.id, filterOf(parameters), page);
  addPageLinks(
    context,
    ports.origin,
    rows.map(({ id }) => id),
    page.limit,
  );
  const groups = groupNotifications(rows, groupedTypes(parameters));
  return answer(context, await groupedNotifications(ports, groups, reader.id, partial === 'partial_avatars'));
}

function groupedTypes(parameters: Parameters): readonly string[] {
  const asked = many(parameters, 'grouped_types');
  return asked.length === 0 ? GROUPABLE : asked;
}

function keyOf(context: Context): GroupContent {
  const group = readGroupKey(context.req.param('group_key') ?? '');
  if (group === null) throw notFound();
  return group;
}

async function groupOf(context: Context, ports: Ports): Promise<{ reader: string; rows: NotificationRow[] }> {
  const { id: reader } = await memberOf(context, ports, 'read:notifications');
  const rows = await readNotifications(ports.store, reader, { group: keyOf(context) }, WHOLE_GROUP);
  if (rows.length === 0) throw notFound();
  return { reader, rows };
}

/** Mastodon has a number where ours is larger than JavaScript counts: written by its digits, it stays exact. */
function answer(context: Context, results: object): Response {
  const text = JSON.stringify(results).replaceAll(
    /"most_recent_notification_id":"(\d+)"/g,
    '"most_recent_notification_id":$1',
  );
  return context.body(text, 200, { 'Content-Type': 'application/json' });
}
