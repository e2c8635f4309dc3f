import { createRestAPIClient, createStreamingAPIClient } from 'masto';
import megalodon, { detector } from 'megalodon';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ask, someone, twoNodes } from './listening';

const SOON = { timeout: 10_000 };
const SLOW = { timeout: 30_000 };

async function aNodeWithAnna() {
  const [here, there] = await twoNodes();
  const anna = await someone(here, 'anna');
  const say = (status: string) => ask(here, anna, '/api/v1/statuses', 'POST', { status });
  return { here, there, anna, say };
}

test('masto.js hears at the address that the server names', SLOW, async () => {
  const { there, anna, say } = await aNodeWithAnna();
  const instance = await createRestAPIClient({ url: there.origin }).v2.instance.fetch();
  const client = createStreamingAPIClient({
    streamingApiUrl: instance.configuration.urls.streaming,
    accessToken: anna.token,
    implementation: WebSocket,
  });
  const events = client.hashtag.subscribe({ tag: 'Archief' });
  let waits = true;
  const first = events[Symbol.asyncIterator]()
    .next()
    .finally(() => {
      waits = false;
    });
  while (waits) await say(`Tot wie luistert #archief ${crypto.randomUUID()}`); // it does not say from when it hears
  expect((await first).value).toMatchObject({
    event: 'update',
    stream: ['hashtag', 'Archief'],
    payload: { content: expect.stringContaining('Tot wie luistert'), account: { acct: 'anna' } },
  });
  client.close();
});

test('megalodon knows whose API is spoken, and hears', SLOW, async () => {
  const { there, anna, say } = await aNodeWithAnna();
  expect(await detector(there.origin)).toBe('mastodon');
  const socket = await megalodon('mastodon', there.origin, anna.token).userStreaming();
  const heard: string[] = [];
  socket.on('update', ({ content }: { content: string }) => heard.push(content));
  const connected = new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  await connected;
  await say('Tot wie luistert');
  await expect.poll(() => heard, SOON).toEqual(['<p>Tot wie luistert</p>']);
  socket.stop();
});
