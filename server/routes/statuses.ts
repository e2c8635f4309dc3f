import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { statusEntities } from '../entities/status';
import { many, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { forbidden, notFound } from '../problem';
import { unboost } from '../store/boosts';
import { deleteStatus } from '../store/delete-status';
import { LARGEST_PAGE } from '../store/paging';
import { type StatusRow, visibleStatus, visibleStatuses } from '../store/statuses';
import { readThread } from '../store/thread';

/** Posts: read one, several, the conversation around one; delete. */
export function statusRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/statuses', async (context) => readMany(context, ports));
  routes.get('/api/v1/statuses/:id', async (context) => {
    const reader = await memberOf(context, ports, 'read:statuses');
    return answerWith(context, ports, await visible(ports, context.req.param('id'), reader.id), reader.id);
  });
  routes.get('/api/v1/statuses/:id/context', async (context) => readContext(context, ports));
  routes.delete('/api/v1/statuses/:id', async (context) => remove(context, ports));
  return routes;
}

/** The post or boost, or 404 where this reader may not know of it. */
export async function visible(ports: Ports, id: string, reader: string): Promise<StatusRow> {
  const status = await visibleStatus(ports.store, id, reader);
  if (status === undefined) throw notFound();
  return status;
}

/** The same, but what was passed on in place of a boost: what is done to a boost is done to that. */
export async function visiblePost(ports: Ports, id: string, reader: string): Promise<StatusRow> {
  const status = await visible(ports, id, reader);
  return status.reblog_of_id === null ? status : visible(ports, status.reblog_of_id, reader);
}

/** Answers with one post, as its reader sees it. */
export async function answerWith(
  context: Context,
  ports: Ports,
  row: StatusRow,
  reader: string,
): Promise<Response> {
  const [status] = await statusEntities(ports, [row], reader);
  if (status === undefined) throw notFound();
  return context.json(status);
}

/** In the order in which they are asked for, without those that the reader may not know of. */
async function readMany(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const parameters = await readParameters(context);
  const ids = [...new Set(many(parameters, 'id'))].slice(0, LARGEST_PAGE);
  const found = await visibleStatuses(ports.store, ids, reader.id);
  const rows = ids.flatMap((id) => found.get(id) ?? []);
  return context.json(await statusEntities(ports, rows, reader.id));
}

async function readContext(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const post = await visiblePost(ports, context.req.param('id') ?? '', reader.id);
  const { ancestors, descendants } = await readThread(ports.store, post, reader.id);
  const entities = await statusEntities(ports, [...ancestors, ...descendants], reader.id);
  const above = new Set(ancestors.map(({ id }) => id));
  return context.json({
    ancestors: entities.filter(({ id }) => above.has(id)),
    descendants: entities.filter(({ id }) => !above.has(id)),
  });
}

/** Answers the deleted post with its `text`, so that an app can offer to write it again. */
async function remove(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const status = await visible(ports, context.req.param('id') ?? '', author.id);
  if (status.account_id !== author.id) throw forbidden();
  const [entity] = await statusEntities(ports, [status], author.id);
  if (status.reblog_of_id === null) await deleteStatus(ports.store, status);
  else await unboost(ports.store, status.reblog_of_id, author.id);
  return context.json({ ...entity, text: status.text });
}
