import { connect } from '@/utils/community/auth/connect';
import type { PlainRequest } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { fail, succeed } from '@/utils/kernel/result';
import { aDatabase, START } from '../support/outbox-world';

export const ORIGIN = 'https://social.example';
export const REDIRECT = 'https://abc.chromiumapp.org/';
const INSTANCE = {
  title: 'Huis',
  version: '4.4.0',
  configuration: { deelgenoot: { idempotency: 'forever' } },
};
export const METADATA = {
  authorization_endpoint: `${ORIGIN}/o/authorize`,
  token_endpoint: `${ORIGIN}/o/token`,
};

export type Answers = Record<string, readonly [number, unknown] | 'no-connection'>;
const GOOD: Answers = {
  '/api/v2/instance': [200, INSTANCE],
  '/.well-known/oauth-authorization-server': [404, { error: 'no' }],
  '/api/v1/apps': [200, { client_id: 'id', client_secret: 'hush' }],
  '/oauth/token': [200, { access_token: 'tok', token_type: 'Bearer', scope: 'read' }],
  '/api/v1/accounts/verify_credentials': [
    200,
    { id: '1', username: 'ann', acct: 'ann', display_name: 'Ann' },
  ],
};

function aServer(changes: Answers = {}) {
  const requests: PlainRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const answer = { ...GOOD, ...changes }[new URL(request.url).pathname] ?? [404, 'no'];
    if (answer === 'no-connection') return fail({ kind: 'retry', applied: 'unknown', answered: false });
    const [status, body] = answer;
    return succeed({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });
  };
  return { http, requests };
}

/** A person who signs in; `back` changes the address that the browser comes back to. */
export function aWorld(answers: Answers = {}, back: (url: URL) => string | null = (url) => url.href) {
  const server = aServer(answers);
  const opened: URL[] = [];
  const launch = async (url: string): Promise<string | null> => {
    opened.push(new URL(url));
    const address = new URL(REDIRECT);
    address.searchParams.set('code', 'the-code');
    address.searchParams.set('state', new URL(url).searchParams.get('state') ?? '');
    return back(address);
  };
  const db = aDatabase();
  const ports = { http: server.http, db, clock: () => START, window: { redirectUri: REDIRECT, launch } };
  return {
    ports,
    db,
    server,
    opened,
    connect: () => connect(ports, { address: 'social.example', scope: 'own' }),
  };
}
