import { parseArgs } from 'node:util';
import { DEFAULT_RATE_LIMIT } from '../rate-limit';

export const DEFAULT_PORT = '8700';
export const DEFAULT_FOLDER = '.deelgenoot/community';

/** How a server was asked to run; null where an option is none, or has no value. */
export function readServeOptions(args: readonly string[], language: string) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        data: { type: 'string', default: DEFAULT_FOLDER },
        host: { type: 'string', default: '127.0.0.1' },
        origin: { type: 'string' },
        name: { type: 'string', default: 'Deelgenoot' },
        language: { type: 'string', default: language },
        'rate-limit': { type: 'string', default: String(DEFAULT_RATE_LIMIT) },
      },
    }).values;
  } catch {
    return null;
  }
}

/** Whether this is a port; 0 stands for any free one. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** The limit of requests that was asked for; null where it is no number. 0 stands for none. */
export function rateLimitOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
