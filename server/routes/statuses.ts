import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { statusEntities } from '../entities/status';
import type { Ports } from '../ports';
import { forbidden, notFound } from '../problem';
import { setFavourite } from '../store/favourites';
import { deleteStatus, repliesTo, type StatusRow, visibleStatus } from '../store/statuses';

/** Posts: read, delete, thank. */
export function statusRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/statuses/:id', async (context) => {
    const reader = await memberOf(context, ports, 'read:statuses');
    return answerWith(context, ports, await visible(ports, context.req.param('id'), reader.id), reader.id);
  });
  routes.get('/api/v1/statuses/:id/context', async (context) => readContext(context, ports));
  routes.delete('/api/v1/statuses/:id', async (context) => remove(context, ports));
  for (const [action, on] of [
    ['favourite', true],
    ['unfavourite', false],
  ] as const) {
    routes.post(`/api/v1/statuses/:id/${action}`, async (context) => {
      const reader = await memberOf(context, ports, 'write:favourites');
      const status = await visible(ports, context.req.param('id'), reader.id);
      await setFavourite(ports.store, status.id, reader.id, on);
      return answerWith(context, ports, status, reader.id);
    });
  }
  return routes;
}

/** The post, or 404 where this reader may not know of it. */
export async function visible(ports: Ports, id: string, reader: string): Promise<StatusRow> {
  const status = await visibleStatus(ports.store, id, reader);
  if (status === undefined) throw notFound();
  return status;
}

/** Answers with one post, as its reader sees it. */
export async function answerWith(
  context: Context,
  ports: Ports,
  row: StatusRow,
  reader: string,
): Promise<Response> {
  const [status] = await statusEntities(ports, [row], reader);
  return context.json(status);
}

async function readContext(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const status = await visible(ports, context.req.param('id') ?? '', reader.id);
  const ancestors: StatusRow[] = [];
  for (let parent = status.in_reply_to_id; parent !== null; ) {
    const row = await visibleStatus(ports.store, parent, reader.id);
    if (row === undefined) break;
    ancestors.unshift(row);
    parent = row.in_reply_to_id;
  }
  const descendants: StatusRow[] = [];
  for (const queue = [status.id]; queue.length > 0; ) {
    const replies = await repliesTo(ports.store, queue.shift() ?? '', reader.id);
    descendants.push(...replies);
    queue.push(...replies.map(({ id }) => id));
  }
  return context.json({
    ancestors: await statusEntities(ports, ancestors, reader.id),
    descendants: await statusEntities(ports, descendants, reader.id),
  });
}

/** Answers the deleted post with its `text`, so that an app can offer to write it again. */
async function remove(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const status = await visible(ports, context.req.param('id') ?? '', author.id);
  if (status.account_id !== author.id) throw forbidden();
  const [entity] = await statusEntities(ports, [status], author.id);
  await deleteStatus(ports.store, status);
  return context.json({ ...entity, text: status.text });
}
