import { parseArgs } from 'node:util';
import { runChaos } from './chaos/run';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '160' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    yardstick: { type: 'boolean', default: false },
  },
});
/** Enough to die at each of its checkpoints. */
const YARDSTICK_LEAST = 100;
const runs = Number(values.runs);
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isStopped = true));
const isGood = await runChaos({
  runs,
  seed: Number(values.seed),
  only: values.only === undefined ? null : numbersIn(values.only),
  verbose: values.verbose,
  yardstick: values.yardstick ? Math.max(YARDSTICK_LEAST, Math.floor(runs / 10)) : 0,
  isStopped: () => isStopped,
  say: (line) => console.log(line),
});
process.exit(isGood ? 0 : 1); // browsers' drivers may still hold a timer

/** `7`, `3-9` or `1,4-6` as the numbers of runs. */
function numbersIn(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
