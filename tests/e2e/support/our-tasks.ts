import type { Browser, Page } from 'playwright-core';
import { IN_PAGE_SCRIPT } from './chip-on-page';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time that the thread itself worked: what other programs took of it is not ours. */
  readonly tdur?: number;
  readonly args?: unknown;
}

/**
 * Records while `act` runs. The longest task in which a script of ours ran, in ms of the thread's own time: a task is
 * ours when a call or an evaluation inside it names our script.
 */
export async function longestTaskOfOurs(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const events = traceEvents as readonly TraceEvent[];
  const ours = events.filter(({ args }) => JSON.stringify(args ?? null).includes(IN_PAGE_SCRIPT));
  const tasks = events.filter(({ name, dur }) => /RunTask$/.test(name) && dur !== undefined);
  const holding = ours.flatMap((event) => tasks.filter((task) => holds(task, event)));
  if (holding.length === 0) throw new Error('the trace shows nothing of ours');
  return Math.max(...holding.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1_000;
}

function holds(task: TraceEvent, event: TraceEvent): boolean {
  const isThere = task.pid === event.pid && task.tid === event.tid;
  return isThere && task.ts <= event.ts && event.ts <= task.ts + (task.dur ?? 0);
}
