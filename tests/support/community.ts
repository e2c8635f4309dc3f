import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommunity } from '@/demo/run/community';
import { type Post, readerOf, tokenOf } from '@/demo/run/read-back';
import { operate } from '@/server/commands/operate';
import { freePort } from '@/tests/real/free-port';
import { secureBytes } from '@/utils/kernel/random';
import type { Language } from '@/utils/language/languages';

export { freePort };

/** Who signs in at the community. */
export interface Account {
  readonly displayName: string;
  readonly handle: string;
  readonly password: string;
}

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
  /** Where its data are. */
  readonly folder: string;
  /** Posts in which this text stands, asked over the API by an app of its own. */
  postsWith(text: string): Promise<readonly Post[]>;
  /** Posts in the member's name, by an app of its own. */
  post(text: string, language: Language): Promise<Post>;
  /** Makes a place, as the coordinator that the member is. */
  makePlace(place: Readonly<Record<'name' | 'handle' | 'about' | 'locked', string>>): Promise<void>;
  /** Makes somebody a member, by an invitation of its operator's. */
  join(account: Account): Promise<void>;
  /** The access of an app of its own, in the name of a member. */
  tokenOf(account: Account): Promise<string>;
  /** The link with which this member chooses a new password, as its operator makes it. */
  resetLink(handle: string): Promise<string>;
  /** Stops the program; its data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same data, under the same address. */
  start(): Promise<void>;
  /** Keeps it from answering, though requests still reach it; the answer lets it go on. */
  hold(): () => void;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

interface Opening {
  readonly name?: string;
  readonly language?: Language;
  /** Any free one where none is given. */
  readonly port?: number;
  /** More options of the server's own. */
  readonly more?: readonly string[];
}

export async function openCommunity(opening: Opening = {}): Promise<RealCommunity> {
  const { name = 'Proefcommunity', language = 'nl', more = [] } = opening;
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-community-'));
  const port = opening.port ?? (await freePort());
  const begin = async () => {
    const started = await startCommunity({ port, folder, name, language, more });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };
  let running: Awaited<ReturnType<typeof begin>> | null = await begin();
  const { origin } = running;
  await becomeMember(readFileSync(join(folder, 'coordinator-link.txt'), 'utf8').trim(), origin, MEMBER);
  const readPosts = await readerOf(origin, MEMBER);
  const token = await tokenOf(origin, MEMBER, 'read write');
  const stop = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    origin,
    name,
    folder,
    postsWith: async (text) => (await readPosts()).filter(({ content }) => content.includes(text)),
    post: async (text, inLanguage) =>
      (await send(`${origin}/api/v1/statuses`, token, { status: text, language: inLanguage })) as Post,
    makePlace: async (place) => void (await send(`${origin}/api/deelgenoot/v1/places`, token, place)),
    join: async (account) =>
      becomeMember(await operated(['invite'], INVITATION, origin, folder), origin, account),
    tokenOf: (account) => tokenOf(origin, { ...account, joined: true }, 'read write'),
    resetLink: (handle) => operated(['reset', `@${handle}`], RESET, origin, folder),
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

/** Becomes a member with an invitation, by the form that a person fills in. */
async function becomeMember(
  invitation: string,
  origin: string,
  { displayName, handle, password }: Account,
): Promise<void> {
  const answer = await fetch(`${invitation}/join`, {
    method: 'POST',
    body: new URLSearchParams({ displayName, handle, password }),
    headers: { origin },
    redirect: 'manual',
  });
  if (answer.status >= 400) throw new Error(`joining: ${answer.status} ${await answer.text()}`);
}

async function send(url: string, token: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(url, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const INVITATION = /http\S+\/invitation\/\S+/;
const RESET = /http\S+\/reset\/\S+/;

/** The link that one of the operator's commands gives. */
async function operated(
  args: readonly string[],
  link: RegExp,
  origin: string,
  folder: string,
): Promise<string> {
  const program = {
    language: 'nl',
    databaseUrl: undefined,
    clock: Date.now,
    randomBytes: secureBytes,
  } as const;
  const outcome = await operate([...args, '--data', folder, '--origin', origin], program);
  const found = outcome.ok ? link.exec(outcome.value.join('\n'))?.[0] : undefined;
  if (found === undefined) throw new Error(outcome.ok ? 'no link' : outcome.error);
  return found;
}
