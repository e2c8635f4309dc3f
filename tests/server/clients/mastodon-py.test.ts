import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { agree, aListeningCommunity } from './community';

/** Debian's Python: another one does not see Debian's packages. */
const PYTHON = '/usr/bin/python3';
const SLOW = 60_000;

test(
  'Mastodon.py signs in and does a day of work',
  async () => {
    const { origin, anna, bram } = await aListeningCommunity();
    const visitors = [anna, bram];
    const child = spawn(PYTHON, ['tests/server/clients/daily.py', origin], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    let done = false;
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as { authorize?: string; done?: boolean };
      done ||= said.done === true;
      const visitor = said.authorize === undefined ? undefined : visitors.shift();
      if (visitor !== undefined) child.stdin.write(`${await agree(visitor, said.authorize ?? '')}\n`);
    }
    if (child.exitCode === null) await once(child, 'close');
    expect(complaint.split('\n').slice(-8).join('\n')).not.toMatch(/Error|Traceback/);
    expect(done).toBe(true);
  },
  SLOW,
);
