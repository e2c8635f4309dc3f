import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { zoneAtMidday } from './scripts/browsers/midday.ts';

// Nobody is asked anything at night, and midnight ends a day: browsers and tests inherit a time zone at noon.
process.env.TZ = zoneAtMidday(Date.now());

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Firefox's files and looks at every page take longest: begun last, they would end alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFirst = ({ moduleId }: TestSpecification): boolean => /-pages|\.firefox\./u.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

/** A look at every page in every state, language, width and colour: beside the tests of what people do. */
const PAGES = 'tests/e2e/*-pages*.chromium.e2e.ts';

/** What breaks: connections, disks, windows and browsers. They mostly wait, too long for beside every change. */
const FAULTS = 'tests/e2e/faults/*.e2e.ts';

/** Whether, when and how something is asked: each waits for chips that come, or do not. */
const PROMPTS = 'tests/e2e/prompts/*.e2e.ts';

/** What is written and read, beside the main path: many texts and many attacks, each with its own wait. */
const WRITING = 'tests/e2e/writing/*.e2e.ts';

/** How platforms that people already have are connected and written to, each over real HTTP. */
const CONNECT = 'tests/e2e/connect/*.e2e.ts';

/** Real browsers with the built extension; nothing of it is faked, so WXT's fake browser is not loaded here. */
export default defineConfig({
  resolve: { alias },
  test: {
    ...timeouts,
    globalSetup: 'tests/e2e/support/build.ts',
    maxWorkers: 3, // they mostly wait: for stillness, for a lease to end, for a community to come back
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'firefox', include: ['tests/e2e/*.firefox.e2e.ts'] } },
      {
        extends: true,
        test: { name: 'chromium', include: ['tests/e2e/*.chromium.e2e.ts'], exclude: [PAGES] },
      },
      { extends: true, test: { name: 'pages', include: [PAGES] } },
      { extends: true, test: { name: 'faults', include: [FAULTS] } },
      { extends: true, test: { name: 'prompts', include: [PROMPTS] } },
      { extends: true, test: { name: 'writing', include: [WRITING] } },
      { extends: true, test: { name: 'connect', include: [CONNECT] } },
    ],
  },
});
