import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import * as z from 'zod/mini';

/** One part of `npm test`: commands in a row, the last of which may leave Vitest's report. */
export interface Step {
  readonly name: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
  readonly report?: string;
}

export interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
}

const ReportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** Runs a step to its end or its first failure. A failure that no report counts is one all the same. */
export async function runStep({ name, commands, report }: Step): Promise<Outcome> {
  const startedAt = Date.now();
  if (report !== undefined) rmSync(report, { force: true });
  let succeeded = true;
  for (const [program, ...args] of commands) {
    succeeded = succeeded && (await run(program, args));
  }
  const { numPassedTests: passed, numFailedTests } = readReport(report);
  const failed = succeeded ? 0 : Math.max(1, numFailedTests);
  return { name, seconds: (Date.now() - startedAt) / 1_000, passed, failed };
}

/** Programs of our own packages go first: Node among them, which may be older on the machine. */
function run(program: string, args: readonly string[]): Promise<boolean> {
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((settle) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH },
    });
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      settle(false);
    });
    child.once('close', (code) => settle(code === 0));
  });
}

function readReport(file: string | undefined): z.infer<typeof ReportSchema> {
  if (file === undefined || !existsSync(file)) return { numPassedTests: 0, numFailedTests: 0 };
  return ReportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
