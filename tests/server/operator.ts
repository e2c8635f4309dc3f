import { operate } from '@/server/commands/operate';
import { secureBytes } from '@/utils/kernel/random';
import { PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

/** Whoever runs this server, at a terminal in Dutch: what is said to them, and whether it was refused. */
export async function operating(
  { folder, databaseUrl, time }: Pick<Server, 'folder' | 'databaseUrl' | 'time'>,
  ...args: readonly string[]
): Promise<{ done: boolean; text: string }> {
  const outcome = await operate([...args, '--data', folder], {
    language: 'nl',
    databaseUrl,
    clock: () => time.now,
    randomBytes: secureBytes,
  });
  return outcome.ok ? { done: true, text: outcome.value.join('\n') } : { done: false, text: outcome.error };
}

/** The path of the link in what was said. */
export function linkIn(text: string): string {
  return /\/(?:invitation|reset)\/[\w-]{43}/.exec(text)?.[0] ?? 'no link';
}

/** Whether a link still leads somewhere. */
export async function works(server: Server, path: string): Promise<boolean> {
  return (await new Visitor(server).open(path)).status === 200;
}

/** Somebody follows an invitation and fills in its form; whether that made them a member. */
export async function joins(
  server: Server,
  path: string,
  handle: string,
  displayName = 'Joris',
): Promise<boolean> {
  const joined = await new Visitor(server).fillIn(`${path}/join`, {
    displayName,
    handle,
    password: PASSWORD,
  });
  return joined.status === 303;
}
