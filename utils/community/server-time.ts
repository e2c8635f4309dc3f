import type { Operation, PlainResponse } from './connector';

/** The server's own clock (epoch ms), where it says: waiting "until" a date is counted by the clock that named it. */
export function serverTime({ headers: { date } }: PlainResponse): number | null {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : at;
}

/** Posts carry the server's time: where our clock is ahead of it, "since" is earlier there. */
export function sinceThere(
  { since }: Pick<Extract<Operation, { verb: 'find' }>, 'since'>,
  response: PlainResponse,
  now: number,
): number {
  return since - Math.max(0, now - (serverTime(response) ?? now));
}
