import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openStore } from '@/server/store/store';
import { insertBarely } from './bare-insert';

/** A server that does nothing but insert: the same framework and database, without members, rules or search. */
const [folder = ''] = process.argv.slice(2);
const store = await openStore({ folder, databaseUrl: process.env.DATABASE_URL, communityName: 'Bench' });
if (!store.ok) throw new Error(store.error);
const app = new Hono();
app.post('/api/v1/statuses', async (context) => {
  const { status } = await context.req.json<{ status: string }>();
  const key = context.req.header('idempotency-key') ?? '';
  return context.json({ id: await insertBarely(store.value, key, status), content: status });
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`Community: http://127.0.0.1:${port}`),
);
process.on('SIGTERM', () => server.close(() => void store.value.close().then(() => process.exit(0))));
