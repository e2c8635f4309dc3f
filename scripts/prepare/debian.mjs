import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

const INTERRUPTED = 130;
const POLICY = '/usr/sbin/policy-rc.d';
/** Says "no" to every package that wants to start a service; the second line tells a later run that it is ours. */
const NO_SERVICES = '#!/bin/sh\n# deelgenoot prepare: no package starts a service\nexit 101\n';

/** Whether packages can be installed here without asking anybody: root on a machine with apt. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages so that no service starts; true where all went well. Ctrl-C stops it and tidies up. */
export async function install(packages) {
  const release = holdServices();
  // Kept alive for the clean-up: apt gets the same Ctrl-C and ends first.
  let stopped = false;
  const stay = () => {
    stopped = true;
  };
  process.on('SIGINT', stay).on('SIGTERM', stay);
  try {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const wait = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0'];
    if ((await run('apt-get', ['update', '-qq', ...wait], env)) !== 0) return false;
    const names = packages.flatMap((name) => (name === 'php' ? php() : [name]));
    return (
      (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...names], env)) ===
      0
    );
  } finally {
    release();
    process.off('SIGINT', stay).off('SIGTERM', stay);
    if (stopped) process.exit(INTERRUPTED);
  }
}

/** Puts the policy there where there is none; the answer takes it away again. Somebody else's policy stays as it is. */
function holdServices() {
  const theirs = existsSync(POLICY) && readFileSync(POLICY, 'utf8') !== NO_SERVICES;
  if (theirs) return () => {};
  writeFileSync(POLICY, NO_SERVICES, { mode: 0o755 });
  const release = () => rmSync(POLICY, { force: true });
  process.once('exit', release);
  return release;
}

/** PHP with the parts that a wiki needs. The CGI part is named, or apt brings a whole web server along. */
function php() {
  const depends = execFileSync('apt-cache', ['depends', 'php'], { encoding: 'utf8' });
  const version = /php\d+\.\d+/.exec(depends)?.[0] ?? 'php8.2';
  return ['php', `${version}-cli`, `${version}-cgi`, `${version}-gd`];
}
