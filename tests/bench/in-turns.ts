import type { Exchange } from '@/utils/activity/exchange';
import type { Row } from './measure';

const ROUNDS = 7;

/** A form post that says nothing. */
export const anyExchange: Exchange = {
  method: 'POST',
  url: 'http://dms.test/',
  type: 'main_frame',
  tabId: 1,
  initiator: null,
  requestHeaders: {},
  body: { kind: 'none' },
  status: 200,
  responseHeaders: {},
  redirect: null,
  at: 0,
};

/** Milliseconds of two ways in turns; the first round only warms up. */
export function inTurns(one: () => void, other: () => void): Pick<Row, 'values' | 'against'> {
  const values: number[] = [];
  const against: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const taken = [one, other].map((run) => {
      const startedAt = performance.now();
      run();
      return performance.now() - startedAt;
    });
    if (round === 0) continue;
    values.push(taken[0] ?? Number.NaN);
    against.push(taken[1] ?? Number.NaN);
  }
  return { values, against };
}
