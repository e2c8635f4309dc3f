import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFreePorts, isFree } from '@/demo/run/serve';

const READY = 'Ready. Ctrl-C stops everything.';

let root = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** `npm start` itself, without a display. */
function start(...args: string[]) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _y, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts', '--language', 'en', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said = { out: '', error: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.error += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, ended };
}

async function ready({ said, ended }: ReturnType<typeof start>): Promise<void> {
  const hasEnded = ended.then(() => true);
  while (!said.out.includes(READY)) {
    if (await Promise.race([hasEnded, new Promise((settle) => setTimeout(() => settle(false), 50))])) {
      throw new Error(said.error);
    }
  }
}

async function freePorts(): Promise<number> {
  const port = await findFreePorts();
  if (port === undefined) throw new Error('no free ports');
  return port;
}

describe('npm start without a display', { timeout: 30_000 }, () => {
  test('runs the servers, names the folder, and Ctrl-C leaves nothing running', async () => {
    const port = await freePorts();
    const demo = start('--data', join(root, 'd'), '--port', String(port));
    await ready(demo);
    expect(demo.said.out).toContain(join(root, 'd'));
    expect(demo.said.out).toMatch(/\/invitation\//);
    const [intranet, page] = [`http://localhost:${port + 1}/sign-in`, `http://localhost:${port + 2}/`];
    expect(await (await fetch(intranet)).text()).toContain('Voorbeeldintranet');
    expect(await (await fetch(page)).text()).toContain('Try Deelgenoot');
    expect((await fetch(`http://127.0.0.1:${port}/api/v2/instance`)).status).toBe(200);
    demo.child.kill('SIGINT');
    expect(await demo.ended).toBe(0);
    expect(demo.said.error).toBe('');
    for (const each of [port, port + 1, port + 2]) expect(await isFree(each)).toBe(true);
  });

  test('a second start on the same data finds the same ports', async () => {
    const data = join(root, 'd');
    const first = start('--data', data);
    await ready(first);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(first.said.out)?.[0];
    first.child.kill('SIGTERM');
    await first.ended;
    const second = start('--data', data);
    await ready(second);
    expect(second.said.out).toContain(address);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  test('a used port gets one sentence', async () => {
    const port = await freePorts();
    const other = createServer().listen(port + 1, '127.0.0.1');
    await once(other, 'listening');
    const demo = start('--data', join(root, 'd'), '--port', String(port));
    expect(await demo.ended).toBe(1);
    expect(demo.said.error).toBe(
      `Port ${port + 1} is in use. Is the demo running already? If not, choose three free ports in a row, the first as --port.\n`,
    );
    other.close();
  });

  test.each([
    ['an unknown option', ['--whatever'], /^Unknown option\./],
    ['an unknown language', ['--language', 'xx'], /^(Onbekende optie|Unknown option)\./],
    ['a port that is none', ['--port', 'abc'], /^“abc” is not a port\./],
  ])('%s gets one sentence', async (_what, args, sentence) => {
    const demo = start(...args);
    expect(await demo.ended).toBe(1);
    expect(demo.said.error).toMatch(sentence);
    expect(demo.said.error.trim().split('\n')).toHaveLength(1);
  });

  test('a folder that is not the demo’s gets one sentence and stays', async () => {
    writeFileSync(join(root, 'mine.txt'), 'x');
    const demo = start('--data', root, '--fresh');
    expect(await demo.ended).toBe(1);
    expect(demo.said.error).toMatch(/not the demo’s.*\n$/);
  });

  test('--headless without Chromium gets one sentence', async () => {
    process.env.CHROMIUM_PATH = join(root, 'none');
    const demo = start('--headless', '--data', join(root, 'd'));
    delete process.env.CHROMIUM_PATH;
    expect(await demo.ended).toBe(1);
    expect(demo.said.error).toMatch(/^--headless needs Chromium:.*\n$/);
  });
});
