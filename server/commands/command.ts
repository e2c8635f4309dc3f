import type { ParseArgsOptionsConfig } from 'node:util';
import type { Clock } from '@/utils/kernel/clock';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result } from '@/utils/kernel/result';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { OpenMode } from '../store/database/open';
import { openStore } from '../store/open-store';
import type { Store } from '../store/store';

/** What a command has around it. */
export interface Surroundings {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** Under which address people reach the community; `assumed` where nobody said so. */
  readonly origin: { readonly address: string; readonly assumed: boolean };
  readonly language: Language;
  readonly t: Text;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** What was typed after the command's name. */
export interface Given {
  readonly name: string | undefined;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** The lines that say what was done, or the one sentence that says why nothing was. */
export type Outcome = Result<readonly string[], string>;

/** One thing that whoever runs the community can do from the command line. */
export interface Command {
  /** As in "npm run server -- …", without options that all commands have. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** Whether it needs a name after it: a member, an invitation, a file. */
  readonly needsName: boolean;
  run(given: Given, around: Surroundings): Promise<Outcome>;
}

/** Opens the community's data for as long as `work` takes; the sentence why not where that fails. */
export async function withStore(
  { folder, databaseUrl, clock, randomBytes, t }: Surroundings,
  mode: OpenMode,
  work: (store: Store) => Promise<Outcome>,
): Promise<Outcome> {
  const store = await openStore({ folder, databaseUrl, mode, clock, randomBytes });
  if (!store.ok) return fail(t(`server.${store.error}`, { folder }));
  try {
    return await work(store.value);
  } finally {
    await store.value.close();
  }
}

/** A link to a page of the community; beside it, where nobody said under which address that is, how to say so. */
export function linkLines({ origin, t }: Surroundings, path: string): readonly string[] {
  const { address, assumed } = origin;
  return [`${address}${path}`, ...(assumed ? [t('operation.assumed-origin', { address })] : [])];
}
