import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const BIN = resolve('node_modules/.bin');

/** Runs a program with its output on our stderr; its exit code, or 1 where it could not start or was ended by a signal. */
export function run(command, args, more = {}) {
  return new Promise((done) => {
    const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, ...more };
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });
}
