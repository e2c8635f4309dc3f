import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, someone, twoNodes } from './listening';

const SOON = { timeout: 10_000 };
const SLOW = { timeout: 30_000 };
const PATH = '/api/v1/streaming';

/** Reads an answer that never ends. */
async function follow(address: string, headers: Readonly<Record<string, string>> = {}) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const answer = await fetch(address, { headers, signal: leaving.signal });
  const state = { text: '', ended: false };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) state.text += decoder.decode(piece);
  };
  void read()
    .catch(() => undefined)
    .then(() => {
      state.ended = true;
    });
  return { answer, state, leave: () => leaving.abort() };
}

async function aNodeWithAnna() {
  const [here, there] = await twoNodes();
  const anna = await someone(here, 'anna');
  const say = (text: string) => ask(here, anna, '/api/v1/statuses', 'POST', { status: text });
  return { here, there, anna, say };
}

describe('an event stream', SLOW, () => {
  test.each([
    ['user', 'Hoor', 'update'],
    ['public', 'Hoor', 'update'],
    ['public/local', 'Hoor', 'update'],
    ['hashtag?tag=archief', 'Hoor #archief', 'update'],
    ['hashtag/local?tag=archief', 'Hoor #archief', 'update'],
    ['user/notification', 'Hoor @bram', 'notification'],
  ])('%s says what happens, as lines', async (path, text, event) => {
    const { here, there, say } = await aNodeWithAnna();
    const bram = await someone(here, 'bram');
    const address = `${there.origin}${PATH}/${path}`;
    const { answer, state } = await follow(address, { authorization: `Bearer ${bram.token}` });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    await say(text);
    await expect
      .poll(() => state.text, SOON)
      .toMatch(new RegExp(`^:\\)\nevent: ${event}\ndata: \\{.*\\}\n\n$`));
  });

  test('takes the token in the address, and its name there too', async () => {
    const { there, anna, say } = await aNodeWithAnna();
    const { state } = await follow(`${there.origin}${PATH}?stream=user&access_token=${anna.token}`);
    await say('Hoor');
    await expect.poll(() => state.text, SOON).toContain('Hoor');
  });

  test.each([
    ['user', '', 401],
    ['user', 'wrong', 401],
    ['everything', 'own', 404],
    ['hashtag', 'own', 404],
  ])('%s with the token "%s" is refused with %i', async (path, token, status) => {
    const { here, anna } = await aNodeWithAnna();
    const secret = token === 'own' ? anna.token : token;
    const answer = await fetch(`${here.origin}${PATH}/${path}?access_token=${secret}`);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.any(String) });
  });

  test('counts among the ten of a token, until it is left', async () => {
    const { here, anna } = await aNodeWithAnna();
    const address = `${here.origin}${PATH}/user?access_token=${anna.token}`;
    for (let n = 0; n < 11; n += 1) await fetch(address, { method: 'HEAD' });
    const streams = [];
    for (let n = 0; n < 10; n += 1) streams.push(await follow(address));
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(address)).status).toBe(429);
    streams[0]?.leave();
    const again = async () => {
      const { answer, leave } = await follow(address);
      leave();
      return answer.status;
    };
    await expect.poll(again, SOON).toBe(200);
  });

  test('ends with the server, which does not wait for it', async () => {
    const { here, anna } = await aNodeWithAnna();
    const { state } = await follow(`${here.origin}${PATH}/user?access_token=${anna.token}`);
    await here.close();
    await expect.poll(() => state.ended, SOON).toBe(true);
  });
});

test('the server says that it streams', async () => {
  const { here } = await aNodeWithAnna();
  const answer = await fetch(`${here.origin}${PATH}/health`);
  expect(await answer.text()).toBe('OK');
});
