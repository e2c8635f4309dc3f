import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryOfReturn, readRedirect } from '@/utils/community/auth/attempt';
import { identify } from '@/utils/community/auth/identify';
import { errorIn } from '@/utils/community/auth/refusal';
import { readServer } from '@/utils/community/auth/server';
import { readTokens } from '@/utils/community/auth/tokens';
import { PLATFORMS } from '@/utils/community/register';
import { succeed } from '@/utils/kernel/result';
import { START } from '../support/outbox-world';
import { aHouse, HOUSE } from './house';
import { REDIRECT } from './house-world';

const attempt = { state: 'ours', verifier: 'v', challenge: 'c' };
const profile = aHouse().oauth;
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    `${HOUSE}/a`,
    `${HOUSE}:444/a`,
    'http://house.example/a',
    'https://house.example.evil.example/a',
  ),
  fc.constantFrom('javascript:alert(1)', '//house.example/a', `https://evil.example/@house.example`, ''),
);
const description = fc.record(
  {
    issuer: url,
    authorization_endpoint: url,
    token_endpoint: url,
    revocation_endpoint: url,
    registration_endpoint: url,
  },
  { requiredKeys: [] },
);
const text = fc.oneof(
  fc.string(),
  fc.json(),
  description.map((given) => JSON.stringify(given)),
);
const answer = fc.record({
  status: fc.constantFrom(200, 201, 204, 301, 302, 400, 401, 403, 404, 429, 500, 503),
  headers: fc.constantFrom(
    {},
    { location: 'x' },
    { location: 'https://evil.example/' },
    { 'www-authenticate': 'x' },
  ),
  text,
});

describe('whatever a server answers', () => {
  test('people and codes go to the platform’s own origin only', () => {
    fc.assert(
      fc.property(answer, (response) => {
        if (profile === undefined) throw new Error('No profile');
        const server = readServer(response, profile, HOUSE, undefined);
        if (server === 'elsewhere' || server === null) return;
        const { authorize, token, revoke = HOUSE, register = HOUSE } = server;
        for (const one of [authorize, token, revoke, register]) expect(new URL(one).origin).toBe(HOUSE);
      }),
    );
  });

  test('a token is one that can stand in a header, and its end is a moment in the future', () => {
    const given = fc.record({
      access_token: fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
      token_type: fc.constantFrom('bearer', 'Bearer', 'mac', ''),
      expires_in: fc.oneof(fc.double(), fc.string(), fc.integer()),
      refresh_token: fc.option(fc.string()),
      scope: fc.option(fc.string()),
    });
    const body = fc.oneof(
      text,
      given.map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(
        fc.record({ status: fc.constantFrom(200, 400), headers: fc.constant({}), text: body }),
        (one) => {
          errorIn(one);
          const tokens = readTokens(one, START);
          if (tokens === null) return;
          new Headers({ authorization: `Bearer ${tokens.token}` });
          expect(tokens.expiresAt ?? START + 1).toBeGreaterThan(START);
        },
      ),
    );
  });

  test('an address is a platform or a problem, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.oneof(url, fc.string()), async (response, typed) => {
        const found = await identify(async () => succeed(response), PLATFORMS, typed);
        if (found.ok) expect(found.value.origin).toBe(new URL(found.value.base).origin);
        else expect(found.error.code).not.toBe('');
      }),
    );
  });
});

test('whatever address a sign-in comes back to, a code is taken with our own state only', () => {
  const part = fc.constantFrom(
    'code=c',
    'state=ours',
    'state=other',
    'iss=x',
    'error=access_denied',
    'state=',
    'a',
  );
  const query = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('&'));
  const place = fc.constantFrom(
    REDIRECT,
    `${REDIRECT}x`,
    'https://evil.example/',
    '',
    'https://abc.chromiumapp.org.evil.example/',
  );
  fc.assert(
    fc.property(place, query, (at, asked) => {
      const address = `${at}?${asked}`;
      const read = readRedirect(address, REDIRECT, attempt, { issuer: null, namesItself: false });
      const isOurs =
        at === REDIRECT &&
        asked
          .split('&')
          .filter((one) => one.startsWith('state='))
          .join() === 'state=ours';
      if (read.ok) expect(isOurs && !asked.includes('error')).toBe(true);
      if (at !== REDIRECT) expect(queryOfReturn(address, REDIRECT)).toBeNull();
    }),
  );
});
