import { resolve } from 'node:path';

/** `wxt build --mode chaos`; stands in a folder of its own, `.output/chrome-mv3-chaos`. */
export const CHAOS_MODE = 'chaos';

/** A second of the outbox, in ms: leases, settling, back-off and timeouts all become as many times shorter. */
export const CHAOS_SECOND_MS = 20;

const CLOCK = resolve('utils/kernel/clock.ts');
const BACKGROUND = resolve('entrypoints/background/index.ts');
const IN_WORKER = resolve('scripts/chaos/in-worker/index.ts');
const SECOND = 'SECOND_MS = 1_000';

/** What a chaos build differs in from the shipped one: a second is shorter, and the worker can be told to die. */
export function chaosPlugin() {
  return {
    name: 'chaos',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | undefined {
      if (id === CLOCK) return quicker(code);
      if (id === BACKGROUND) return `import ${JSON.stringify(IN_WORKER)};\n${code}`;
      return undefined;
    },
  };
}

function quicker(code: string): string {
  if (!code.includes(SECOND)) throw new Error(`${CLOCK} does not say "${SECOND}"`);
  return code.replace(SECOND, `SECOND_MS = ${CHAOS_SECOND_MS}`);
}
