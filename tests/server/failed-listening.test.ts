import { expect, test, vi } from 'vitest';
import { createApp } from '@/server/app';
import { Hub } from '@/server/stream/hub';
import { secureBytes } from '@/utils/kernel/random';
import { aMember, aServer, ORIGIN } from './support';

test('listening that cannot begin, because the database is away, leaves no clock ticking', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const store = server.store();
  const ports = { store, clock: () => server.time.now, randomBytes: secureBytes, origin: ORIGIN };
  const all = { ...ports, name: 'Proef', language: 'nl', version: '0.1.0' } as const;
  const hub = new Hub(all);
  vi.spyOn(hub, 'join').mockRejectedValue(new Error('the database is away'));
  const app = createApp(all, { hub });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const headers = { authorization: `Bearer ${anna.token}` };
    expect((await app.request(`${ORIGIN}/api/v1/streaming/user`, { headers })).status).toBe(500);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
    said.mockRestore();
  }
});
