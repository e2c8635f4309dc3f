import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const notUnit = ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**'];

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 20_000, // a busy machine takes its time
    maxWorkers: 3, // the default leaves a core of two idle, and much here waits for a database
    projects: [
      {
        extends: true,
        test: {
          name: 'logic',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...notUnit, 'tests/server/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          exclude: notUnit,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          exclude: [...notUnit, 'tests/server/start.test.ts'], // of a folder, which PostgreSQL has none of
          globalSetup: 'tests/server/postgres-setup.ts',
        },
      },
      {
        extends: true,
        test: { name: 'ui', environment: 'happy-dom', include: ['tests/**/*.test.tsx'], exclude: notUnit },
      },
    ],
  },
});
