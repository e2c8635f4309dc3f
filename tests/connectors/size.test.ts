import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const CONNECTORS = readdirSync('utils/community/connectors');
const MOST_BYTES = 4_096;

/** What the background holds whichever platforms there are. */
const SHARED = [
  ...['community/answer', 'community/status', 'community/perform', 'community/community'],
  ...[
    'outbox/deliver',
    'outbox/enqueue',
    'library/sync',
    'practice/format',
    'practice/read',
    'settings/policy',
  ],
  ...['activity/read-recipe', 'messaging/contract', 'library/shelf', 'storage/export-file'],
];

/**
 * The compressed size of what the background holds with these connectors. A way to sign in that only one platform has
 * counts as sign-in, as those do that several share.
 */
async function bytesWith(connectors: readonly string[]): Promise<number> {
  const modules = [...SHARED, ...connectors.map((name) => `community/connectors/${name}/connector`)];
  const contents = modules.map((path, index) => `export * as m${index} from './utils/${path}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'chrome120', logLevel: 'error' },
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).byteLength;
}

const all = bytesWith(CONNECTORS);

test.each(CONNECTORS)('%s makes the background four kilobytes larger at most', async (name) => {
  const without = await bytesWith(CONNECTORS.filter((other) => other !== name));
  expect((await all) - without).toBeLessThanOrEqual(MOST_BYTES);
});
