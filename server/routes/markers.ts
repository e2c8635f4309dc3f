import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { many, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid } from '../problem';
import { MARKED, type Marked, type MarkerRow, readMarkers, setMarkers } from '../store/markers';

/** How far each member has read, for all their apps together. */
export function markerRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/markers', async (context) => {
    const { id } = await memberOf(context, ports, 'read:statuses');
    const asked = many(await readParameters(context), 'timeline');
    return answer(context, ports, id, asked.length === 0 ? MARKED : asked);
  });
  routes.post('/api/v1/markers', async (context) => {
    const { id } = await memberOf(context, ports, 'write:statuses');
    const parameters = await readParameters(context);
    const marks: Partial<Record<Marked, string>> = {};
    for (const timeline of MARKED) {
      const lastReadId = one(parameters, `${timeline}[last_read_id]`);
      if (lastReadId === undefined) continue;
      if (!/^\d{1,20}$/.test(lastReadId)) throw invalid('last_read_id is no id');
      marks[timeline] = lastReadId;
    }
    await setMarkers(ports.store, id, marks);
    return answer(context, ports, id, Object.keys(marks));
  });
  return routes;
}

/** Always with the notifications' mark, at zero where nothing was read: Elk does not start without it. */
async function answer(
  context: Context,
  ports: Ports,
  accountId: string,
  timelines: readonly string[],
): Promise<Response> {
  const known = new Map(
    (await readMarkers(ports.store, accountId)).map((row) => [row.timeline, markOf(row)]),
  );
  const unread = { last_read_id: '0', version: 0, updated_at: new Date(0).toISOString() };
  const marks = [...known].filter(([timeline]) => timelines.includes(timeline));
  return context.json({
    notifications: known.get('notifications') ?? unread,
    ...Object.fromEntries(marks),
  });
}

function markOf({ last_read_id, version, updated_at }: MarkerRow) {
  return { last_read_id, version, updated_at };
}
