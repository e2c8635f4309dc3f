import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aPng } from '@/tests/support/picture-files';
import { aFolder } from '../program';
import type { Visitor } from '../visitor';
import { agree, aListeningCommunity } from './community';

const SLOW = 90_000;

/** The client of the command line, as one member with settings of their own. */
function aTerminal() {
  const home = mkdtempSync(join(tmpdir(), 'deelgenoot-toot-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, COLUMNS: '200' };
  /** What it prints; `answer` types lines when it asks. */
  return async (args: readonly string[], answer?: (output: string) => Promise<string> | string) => {
    const child = spawn('/usr/bin/python3', ['/usr/bin/toot', ...args, '--no-color'], { env });
    let output = '';
    let asked = 0;
    child.stderr.on('data', (data) => {
      output += data;
    });
    for await (const data of child.stdout) {
      output += data;
      const questions = output.match(/\[Y\/n\]|code: $/g)?.length ?? 0;
      for (; asked < questions && answer !== undefined; asked += 1)
        child.stdin.write(`${await answer(output)}\n`);
    }
    return output;
  };
}
function aPicture(): string {
  const file = join(aFolder(), 'kast.png');
  writeFileSync(file, aPng());
  return file;
}

type Terminal = ReturnType<typeof aTerminal>;

async function signIn(terminal: Terminal, origin: string, visitor: Visitor): Promise<void> {
  const { host } = new URL(origin);
  const said = await terminal(['login', '--disable-https', '--instance', host], (output) => {
    if (output.endsWith('[Y/n]')) return 'n';
    return agree(visitor, /https?:\/\/\S+authorize\S+/.exec(output)?.[0] ?? '');
  });
  expect(said).toContain('Successfully logged in');
}

test(
  'toot signs in and does a day of work',
  async () => {
    const { origin, anna, bram } = await aListeningCommunity();
    const [annas, brams] = [aTerminal(), aTerminal()];
    await signIn(annas, origin, anna);
    await signIn(brams, origin, bram);
    expect(await annas(['whoami'])).toContain('@anna');
    const posted = await annas(['post', 'Selectielijst nagekeken #archief', '--language', 'nl']);
    const id = /\/@anna\/(\d+)/.exec(posted)?.[1] ?? posted;
    expect(await brams(['timeline', '--once'])).toContain('Selectielijst nagekeken');
    expect(await brams(['timeline', '--once', '--tag', 'archief'])).toContain('Selectielijst nagekeken');
    expect(await brams(['post', 'Dank, dat helpt', '--reply-to', id])).toContain('/@bram/');
    expect(await annas(['thread', id])).toContain('Dank, dat helpt');
    expect(await brams(['favourite', id])).toContain('favourited');
    expect(await brams(['reblog', id])).toContain('reblogged');
    expect(await annas(['reblogged_by', id])).toContain('bram');
    expect(await brams(['bookmark', id])).toContain('bookmarked');
    expect(await brams(['bookmarks', '--once'])).toContain('Selectielijst nagekeken');
    expect(await annas(['notifications'])).toContain('favourited your status');
    expect(await brams(['search', 'anna'])).toContain('@anna');
    expect(await brams(['follow', 'anna'])).toContain('following anna');
    expect(await annas(['followers', 'anna'])).toContain('bram');
    expect(await brams(['tags_follow', 'archief'])).toContain('following #archief');
    expect(await brams(['tags_followed'])).toContain('archief');
    expect(await brams(['instance', '--disable-https', new URL(origin).host])).toContain('Proef');
    const picture = aPicture();
    const shown = await annas(['post', 'Kijk', '--media', picture, '--description', 'Een kast']);
    const { body } = await bram.open(/\/@anna\/\d+/.exec(shown)?.[0] ?? shown);
    expect(await new Response(body).text()).toContain('alt="Een kast"');
    expect(await annas(['delete', id])).toContain('Status deleted');
    expect(await brams(['timeline', '--once'])).not.toContain('Selectielijst nagekeken');
  },
  SLOW,
);
