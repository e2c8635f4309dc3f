import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { buildRequest } from '@/utils/community/connectors/mastodon/build';
import { anAccount } from '../../support/accounts';

/** Mastodon's published OpenAPI document, where a checkout has it beside it. */
const SPEC = '../shared/specs/mastodon.openapi.json';

const send = {
  text: 't',
  language: 'nl',
  audience: 'followers',
  placeId: null,
  key: 'k',
  replyTo: '1',
} as const;
const OPERATIONS: readonly Operation[] = [
  { verb: 'me' },
  { verb: 'capabilities' },
  { verb: 'calls' },
  { verb: 'send', ...send },
  { verb: 'send', ...send, edits: '1' },
  { verb: 'find', marker: 'DG', since: 0, authorId: '1', cursor: '2' },
  { verb: 'thread', postId: '1' },
  { verb: 'mark', postId: '1', on: true },
  { verb: 'mark', postId: '1', on: false },
  { verb: 'remove', postId: '1' },
];

interface Documented {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

test.skipIf(!existsSync(SPEC))('every request is one that Mastodon documents, with its query', () => {
  const { paths } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
    paths: Record<string, Record<string, Documented>>;
  };
  for (const operation of OPERATIONS) {
    const { method, url } = buildRequest(operation, anAccount('https://a.example'));
    const { pathname, searchParams } = new URL(url);
    const path = Object.keys(paths).find((known) =>
      new RegExp(`^${known.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname.replace(/\/1(?=\/|$)/, '/{id}')),
    );
    const documented = paths[path ?? '']?.[method.toLowerCase()];
    expect(documented, `${method} ${pathname}`).toBeDefined();
    const known = (documented?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    expect([...searchParams.keys()].filter((name) => !known.includes(name))).toEqual([]);
  }
});
