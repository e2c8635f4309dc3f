/** Ends a program with all its children: PHP's workers are not reached by ending the process alone. */
export function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // it ended by itself
  }
}
