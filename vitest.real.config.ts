import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const A_WALK_MS = 15 * 60_000;

/** Real applications in real browsers with the built extension: who wants one names it, as `npm run test:real -- dokuwiki`. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    testTimeout: A_WALK_MS,
    hookTimeout: 120_000,
    globalSetup: 'tests/e2e/support/build.ts',
    include: ['tests/real/**/*.real.ts'],
    maxWorkers: 4, // they mostly wait: for a burst to be over, for nothing to come
  },
});
