import { join } from 'node:path';
import { type Outcome, runStep, type Step } from './test/step';

const REPORTS = '.cache/test';
const E2E = 'vitest.e2e.config.ts';

function vitest(name: string, report: string, ...args: string[]): Step {
  const file = join(REPORTS, `${report}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return { name, commands: [['vitest', 'run', ...args, ...reporters]], report: file };
}

/** Cheapest first: what fails soon is known soon. Both browsers run side by side. */
const STEPS: readonly Step[] = [
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'lint and format', commands: [['biome', 'check', '--error-on-warnings', '.']] },
  { name: 'recipes', commands: [['tsx', 'scripts/check-recipes.ts']] },
  vitest('unit', 'unit', '--project', 'logic', '--project', 'ui'),
  {
    name: 'build',
    commands: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
    ],
  },
  vitest('end to end', 'e2e', '-c', E2E, '--project', 'chromium', '--project', 'firefox'),
];

/** The end-to-end tests that stand beside the main path. */
const BESIDE = ['faults', 'prompts', 'writing', 'connect', 'pages'];

/** What `npm run verify` adds. */
const LONG: readonly Step[] = [
  vitest('server', 'server', '--project', 'sqlite', '--project', 'postgres'),
  { name: 'simulation', commands: [['tsx', 'scripts/simulate.ts']] },
  vitest('end to end, beside', 'beside', '-c', E2E, ...BESIDE.flatMap((name) => ['--project', name])),
  { name: 'chaos', commands: [['tsx', 'scripts/chaos.ts', '--runs', '1000', '--yardstick']] },
  vitest('real applications', 'real', '-c', 'vitest.real.config.ts'),
  { name: 'packages', commands: [['npm', 'run', 'zip']] },
  { name: 'demo', commands: [['npm', 'start', '--', '--headless']] },
];

const long = process.argv.includes('--long');
if (long) process.env.DEELGENOOT_LONG = '1'; // property tests then try many more cases, others each time
const outcomes: Outcome[] = [];
for (const step of [...STEPS, ...(long ? LONG : [])]) {
  console.log(`\n── ${step.name} ${'─'.repeat(70 - step.name.length)}\n`);
  const outcome = await runStep(step);
  outcomes.push(outcome);
  if (outcome.failed > 0) break;
}

console.log(`\n${outcomes.map(tableRow).join('\n')}\n`);
const passed = sum(outcomes.map((outcome) => outcome.passed));
const failed = sum(outcomes.map((outcome) => outcome.failed));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function tableRow({ name, seconds, failed }: Outcome): string {
  return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
