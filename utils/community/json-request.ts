import type { PlainRequest } from './connector';

/** A request that sends and wants JSON, with the token that there is: what a server says of itself is open to everybody. */
export function jsonRequest(
  method: PlainRequest['method'],
  url: string,
  token: string,
  body?: unknown,
): PlainRequest {
  const headers = {
    accept: 'application/json',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return { method, url, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}
