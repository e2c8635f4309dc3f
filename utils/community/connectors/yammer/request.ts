import type { Account, PlainRequest } from '../../connector';

/** Without `.json` the interface answers 406. */
export function request(method: 'GET' | 'POST' | 'DELETE', path: string, account: Account): PlainRequest {
  const { base, token } = account;
  const url = `${base}/api/v1/${path}`;
  const headers = {
    accept: 'application/json',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  return { method, url, headers };
}
