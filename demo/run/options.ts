import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@/utils/kernel/result';

const HIGHEST_PORT = 65_533;

export interface Options {
  /** Drives itself in a browser without a window, on data of its own. */
  readonly headless: boolean;
  readonly fresh: boolean;
  readonly browser: boolean;
  readonly help: boolean;
  /** First of three ports in a row: community, intranet, the page with things to try. Null: ours to choose. */
  readonly port: number | null;
  readonly folder: string;
  readonly language: string | undefined;
}

export type OptionProblem =
  | { readonly key: 'bad-option' }
  | { readonly key: 'bad-port'; readonly port: string };

/** Reads the command line. What drives itself begins anew each time: a run before it must not make it quiet. */
export function readOptions(args: readonly string[]): Result<Options, OptionProblem> {
  const values = parse(args);
  if (values === null) return fail({ key: 'bad-option' });
  const { headless, fresh, help, port, language } = values;
  const number = port === undefined ? null : Number(port);
  if (
    number !== null &&
    !(Number.isInteger(number) && number >= 1 && number <= HIGHEST_PORT && port !== '')
  ) {
    return fail({ key: 'bad-port', port: port ?? '' });
  }
  return succeed({
    headless,
    fresh: fresh || headless,
    browser: !values['no-browser'],
    help,
    port: number,
    folder: resolve(values.data ?? (headless ? '.deelgenoot/headless' : '.deelgenoot/demo')),
    language,
  });
}

/** The language that was asked for, also where the rest of the command line is not understood. */
export function askedLanguage(args: readonly string[]): string | undefined {
  const joined = args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length);
  const at = args.indexOf('--language');
  return joined ?? (at === -1 ? undefined : args[at + 1]);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        language: { type: 'string' },
      },
    }).values;
  } catch {
    return null; // an option that we do not know: the usage says which ones there are
  }
}
