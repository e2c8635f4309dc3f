import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Clock } from '@/utils/kernel/clock';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { wordsIn } from '../pages/words';
import { publicOrigin } from '../public-origin';
import { codeOf } from '../store/error-code';
import { backup } from './backup';
import type { Command, Given, Outcome, Surroundings } from './command';
import { invite } from './invite';
import { members } from './members';
import { reset } from './reset';
import { restore } from './restore';
import { revoke } from './revoke';
import { DEFAULT_FOLDER, DEFAULT_PORT, isPort } from './serve-options';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ invite, revoke, reset, members, backup, restore }),
);

const COMMON = {
  data: { type: 'string', default: DEFAULT_FOLDER },
  language: { type: 'string' },
  origin: { type: 'string' },
  port: { type: 'string' },
} as const;

/** The program that runs a command. */
export interface Program {
  /** Of its terminal. */
  readonly language: Language;
  readonly databaseUrl: string | undefined;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** Does what was typed, `invite --uses 3`, and says what it did. */
export async function operate([name = '', ...rest]: readonly string[], program: Program): Promise<Outcome> {
  const { t } = wordsIn(program.language);
  const command = COMMANDS.get(name);
  if (command === undefined) {
    return fail(t('operation.unknown-command', { name, commands: [...COMMANDS.keys()].join(', ') }));
  }
  const given = readGiven(command, rest);
  if (given === null) return fail(t('operation.bad-usage', { usage: command.usage }));
  const around = surroundings(given, program);
  if (!around.ok) return around;
  try {
    return await command.run(given, around.value);
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) === '') throw error;
    return fail(around.value.t('operation.failed', { reason: error.message })); // the database's, or the disk's
  }
}

function readGiven(command: Command, args: readonly string[]): Given | null {
  try {
    const options = { ...COMMON, ...command.options };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length !== (command.needsName ? 1 : 0)) return null;
    return { name: positionals[0], options: values as Given['options'] };
  } catch {
    return null; // an option that is none, or one without its value
  }
}

function surroundings({ options }: Given, program: Program): Result<Surroundings, string> {
  const language = LANGUAGES.find((each) => each === (options.language ?? program.language));
  const { t } = wordsIn(language ?? program.language);
  if (language === undefined) {
    return fail(
      t('operation.bad-language', { name: String(options.language), languages: LANGUAGES.join(', ') }),
    );
  }
  const port = String(options.port ?? DEFAULT_PORT);
  if (!isPort(port)) return fail(t('server.bad-port', { port }));
  const given = typeof options.origin === 'string' ? options.origin : `http://127.0.0.1:${port}`;
  const origin = publicOrigin(given, '127.0.0.1');
  if (!origin.ok || origin.value === null) return fail(t('server.bad-origin'));
  const assumed = options.origin === undefined && options.port === undefined;
  return succeed({
    folder: resolve(String(options.data)),
    databaseUrl: program.databaseUrl,
    origin: { address: origin.value, assumed },
    language,
    t,
    clock: program.clock,
    randomBytes: program.randomBytes,
  });
}
