import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommunity } from '@/demo/run/community';
import { type Post, readerOf } from '@/demo/run/read-back';
import { freePort } from '@/tests/real/free-port';
import type { Language } from '@/utils/language/languages';

/** The member whom tests sign in as. */
export const MEMBER = {
  displayName: 'Anna de Wit',
  handle: 'anna',
  password: 'een-lang-genoeg-wachtwoord',
  joined: true,
};

/** The real community server, as a program of its own, with one member. */
export interface RealCommunity {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly name: string;
  /** Posts in which this text stands, asked over the API by an app of its own. */
  postsWith(text: string): Promise<readonly Post[]>;
  /** Stops the program; its data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same data, under the same address. */
  start(): Promise<void>;
  /** Keeps it from answering, though requests still reach it; the answer lets it go on. */
  hold(): () => void;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

export async function openCommunity({
  name = 'Proefcommunity',
  language = 'nl' as Language,
} = {}): Promise<RealCommunity> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-community-'));
  const port = await freePort();
  const begin = async () => {
    const started = await startCommunity({ port, folder, name, language });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };
  let running: Awaited<ReturnType<typeof begin>> | null = await begin();
  const { origin } = running;
  await becomeMember(origin, folder);
  const readPosts = await readerOf(origin, MEMBER);
  const stop = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    origin,
    name,
    postsWith: async (text) => (await readPosts()).filter(({ content }) => content.includes(text)),
    stop,
    start: async () => {
      running ??= await begin();
    },
    hold: () => {
      const pid = running?.pid;
      if (pid === undefined) throw new Error('the community does not run');
      process.kill(pid, 'SIGSTOP');
      return () => process.kill(pid, 'SIGCONT');
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Becomes a member with the first invitation, by the form that a person fills in. */
async function becomeMember(origin: string, folder: string): Promise<void> {
  const invitation = readFileSync(join(folder, 'coordinator-link.txt'), 'utf8').trim();
  const { displayName, handle, password } = MEMBER;
  const answer = await fetch(`${invitation}/join`, {
    method: 'POST',
    body: new URLSearchParams({ displayName, handle, password }),
    headers: { origin },
    redirect: 'manual',
  });
  if (answer.status >= 400) throw new Error(`joining: ${answer.status} ${await answer.text()}`);
}
