import { describe, expect, test } from 'vitest';
import { ask, Ear, someone, twoNodes } from './listening';

const SOON = { timeout: 10_000 };
const SLOW = { timeout: 30_000 };
const PATH = '/api/v1/streaming';

async function aNodeWithAnna() {
  const [node] = await twoNodes();
  const anna = await someone(node, 'anna');
  const say = (text: string) => ask(node, anna, '/api/v1/statuses', 'POST', { status: text });
  return { node, anna, say };
}

describe('a socket is opened', SLOW, () => {
  test('with the token in the address, in a header, or as the subprotocol, which is echoed', async () => {
    const { node, anna, say } = await aNodeWithAnna();
    const address = `${node.origin}${PATH}?stream=user`;
    const ears = [
      await Ear.open(`${address}&access_token=${anna.token}`),
      await Ear.open(address, [], { headers: { authorization: `Bearer ${anna.token}` } }),
      await Ear.open(address, [anna.token]),
      await Ear.open(`${node.origin}${PATH}/?stream=user&access_token=${anna.token}`),
    ];
    await say('Hoor');
    for (const ear of ears) {
      if (typeof ear === 'number') throw new Error(`refused with ${ear}`);
      await expect.poll(() => ear.words(), SOON).toEqual(['update Hoor']);
    }
    expect((ears[2] as Ear).socket.protocol).toBe(anna.token);
  });

  test.each([
    ['without a token', '', {}, 401],
    ['with a wrong token', '?access_token=wrong', {}, 401],
    ['under another name', '', { host: 'evil.example' }, 421],
    ['elsewhere', '/elsewhere', {}, 404],
  ])('not %s', async (_what, rest, headers, status) => {
    const { node } = await aNodeWithAnna();
    expect(await Ear.open(`${node.origin}${PATH}${rest}`, [], { headers })).toBe(status);
  });

  test('not to a stream that is none', async () => {
    const { node, anna } = await aNodeWithAnna();
    expect(await Ear.open(`${node.origin}${PATH}?stream=all&access_token=${anna.token}`)).toBe(400);
  });

  test('not an eleventh time with one token, also when all come at once', async () => {
    const { node, anna } = await aNodeWithAnna();
    const address = `${node.origin}${PATH}?access_token=${anna.token}`;
    const opened = await Promise.all(Array.from({ length: 12 }, () => Ear.open(address)));
    expect(opened.filter((ear) => ear === 429)).toHaveLength(2);
    const first = opened.find((ear) => typeof ear !== 'number') as Ear;
    first.socket.close();
    await expect.poll(() => Ear.open(address), SOON).not.toBe(429);
  });
});

describe('an open socket', SLOW, () => {
  test('hears no more of a stream that it leaves, and says so of one that is none', async () => {
    const { node, anna, say } = await aNodeWithAnna();
    const ear = await Ear.to(node, anna, 'user', 'nothing');
    expect(ear.heard).toEqual([{ error: 'Unknown stream type' }]);
    ear.say({ type: 'unsubscribe', stream: 'user' });
    ear.say({ type: 'subscribe', stream: 'public' });
    ear.socket.send('no JSON');
    ear.say(['no wish']);
    await ear.settled();
    await say('Hoor');
    await expect.poll(() => ear.heard.map(({ stream }) => stream), SOON).toEqual([undefined, ['public']]);
  });

  test('that says more than a wish needs is closed', async () => {
    const { node, anna } = await aNodeWithAnna();
    const ear = await Ear.to(node, anna, 'user');
    ear.socket.send('x'.repeat(5_000));
    await expect.poll(() => ear.closed, SOON).toBe(1009);
  });

  test('that takes nothing keeps nobody else waiting', async () => {
    const { node, anna, say } = await aNodeWithAnna();
    const [slow, quick] = [await Ear.to(node, anna, 'user'), await Ear.to(node, anna, 'user')];
    slow.socket.pause();
    const long = 'Lang '.repeat(900);
    const posts = 60;
    for (let n = 0; n < posts; n += 1) await say(`${long} ${n}`);
    await expect.poll(() => quick.heard.length, SOON).toBe(posts);
  });

  test('is closed when the server ends, which does not wait for it', async () => {
    const { node, anna } = await aNodeWithAnna();
    const ear = await Ear.to(node, anna, 'user');
    await node.close();
    await expect.poll(() => ear.closed, SOON).toBe(1001);
  });
});
