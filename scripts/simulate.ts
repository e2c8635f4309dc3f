import { parseArgs } from 'node:util';
import { simulate } from './simulate/run';

process.env.TZ = 'Europe/Brussels'; // where the clocks are changed, and where the holidays of the calendar are

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '10000' },
    days: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
  },
});
const isGood = simulate({
  users: Number(values.users),
  days: Number(values.days),
  seed: Number(values.seed),
  say: (line) => console.log(line),
});
process.exitCode = isGood ? 0 : 1;
