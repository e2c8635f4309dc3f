import type { Action, NetworkFault, Phase, Scenario } from './scenario';

type Said = Extract<Action, { kind: 'say' }>;

/** A row of the table, without what is the same for all of them. */
export type NetworkRow = Pick<Scenario, 'fault' | 'phase' | 'needsPerson'> & {
  readonly network: NetworkFault;
};

const FOR_EVER = Number.POSITIVE_INFINITY;
const HTML = '<!doctype html><title>Aanmelden bij het wifi-netwerk</title><p>Ga akkoord</p>';

function row(
  fault: string,
  phase: Phase,
  action: Action,
  { times = 1, needsPerson = false, hits = 'write' }: Partial<NetworkFault & NetworkRow> = {},
): NetworkRow {
  return { fault, phase, needsPerson, network: { hits, times, action } };
}

function says(status: number, more: Partial<Said> = {}): Said {
  return { kind: 'say', stored: false, status, ...more };
}

const error = (message: string): Partial<Said> => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: message }),
});

/** A definite refusal: the post waits for the person, who tries again once the community takes it. */
function refuses(status: number, message: string): NetworkRow {
  const fault = `${status} ${message}`;
  return row(fault, 'C', says(status, error(message)), { times: FOR_EVER, needsPerson: true });
}

function notNow(status: number, asks: string, named = asks): NetworkRow {
  return row(`${status} with Retry-After: ${named}`, 'C', says(status, { headers: { 'retry-after': asks } }));
}

const soon = (): string => new Date(Date.now() + 1_000).toUTCString();

// budget: 55 lines — a table reads better whole
/** Everything that a network or a community can do with a request, one row each. */
export function networkRows(): readonly NetworkRow[] {
  return [
    row('reset before it is stored', 'C', { kind: 'reset', stored: false }),
    row('reset after it is stored', 'D', { kind: 'reset', stored: true }),
    row('no answer, not stored', 'C', { kind: 'hang', stored: false }),
    row('no answer, stored', 'D', { kind: 'hang', stored: true }),
    row('no answer to anything', 'F', { kind: 'hang', stored: false }, { times: FOR_EVER, hits: 'all' }),
    row('an answer that drips', 'D', { kind: 'drip' }),
    row('an answer cut off', 'D', { kind: 'truncate' }),
    notNow(429, '1'),
    notNow(429, soon(), 'a date'),
    notNow(503, '1'),
    notNow(503, soon(), 'a date'),
    notNow(503, 'straks'),
    notNow(503, '-5'),
    row('425', 'C', says(425)),
    row('408', 'C', says(408)),
    row('409', 'C', says(409)),
    refuses(400, 'Bad request'),
    refuses(401, 'The access token is invalid'),
    refuses(403, 'This action is not allowed'),
    refuses(404, 'Record not found'),
    refuses(410, 'Gone'),
    refuses(413, 'Too large'),
    refuses(422, 'Validation failed'),
    row('301 to elsewhere', 'C', says(301, { headers: { location: 'https://elders.test/' } }), {
      times: FOR_EVER,
      needsPerson: true,
    }),
    ...[500, 502, 504].flatMap((status) => [
      row(`${status}, not stored`, 'C', says(status)),
      row(`${status}, stored`, 'D', says(status, { stored: true })),
    ]),
    row(
      '200 with HTML, not stored',
      'C',
      says(200, { body: HTML, headers: { 'content-type': 'text/html' } }),
    ),
    row('200 with HTML, stored', 'D', says(200, { body: HTML, stored: true })),
    row('200 and nothing, stored', 'D', says(200, { stored: true })),
    row(
      '200 of a wrong type, stored',
      'D',
      says(200, { stored: true, body: 'ok', headers: { 'content-type': 'text/plain' } }),
    ),
    row('202 and nothing, not stored', 'C', says(202)),
  ];
}
