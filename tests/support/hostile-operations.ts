import fc from 'fast-check';
import { expect } from 'vitest';
import type { Account, Connector, Operation, PlainResponse } from '@/utils/community/connector';

/** Ids, cursors and keys by which a server would like to lead requests elsewhere. */
const LEADING = [
  '',
  '.',
  '..',
  '../..',
  '%2e%2e',
  '/',
  '//evil.example',
  '\\\\evil.example',
  '@evil.example',
  '?a=b',
];
const MORE = [
  '#x',
  'a/b/c/d/e',
  '\ud800',
  '!\ud800/$\udfff',
  '!r:a.example/$e',
  '\0',
  '\n',
  'https://evil.example/',
];
const written = fc.oneof(fc.constantFrom(...LEADING, ...MORE), fc.string({ unit: 'binary', maxLength: 300 }));

const OPERATIONS: fc.Arbitrary<Operation> = fc
  .record({ id: written, other: written, cursor: written, key: written, text: written, on: fc.boolean() })
  .chain(({ id, other, cursor, key, text, on }) => {
    const send = { verb: 'send', text, language: 'nl', audience: 'members', placeId: other, key } as const;
    const find = { verb: 'find', marker: text, since: 0, authorId: on ? null : other, placeId: id } as const;
    const operations: readonly Operation[] = [
      { verb: 'me' },
      { verb: 'capabilities' },
      { verb: 'places', memberId: id },
      { verb: 'places', memberId: id, earlier: { cursor, pages: 1, found: [] } },
      send,
      { ...send, format: 'html', replyTo: id },
      { ...send, format: 'markdown', edits: id },
      { ...find, cursor },
      { ...find, answersId: other },
      { verb: 'thread', postId: id },
      { verb: 'mark', postId: id, on },
      { verb: 'remove', postId: id },
    ];
    return fc.constantFrom(...operations);
  });

const answered = (texts: fc.Arbitrary<string>): fc.Arbitrary<PlainResponse> =>
  fc.record({
    status: fc.constantFrom(200, 200, 200, 201, 400, 403, 404, 429, 500),
    headers: fc.dictionary(fc.constantFrom('date', 'retry-after', 'x-ratelimit-reset', 'link'), written),
    text: texts,
  });

/**
 * A connector never throws, and never asks anything outside the address that it was given, whatever ids it meets and
 * whatever is answered: anything at all, or what `answers` holds with parts that were changed.
 */
export function staysAtHome(
  connector: Connector,
  account: Account,
  answers: readonly unknown[],
  numRuns: number,
) {
  const home = (url: string) => expect(url.startsWith(`${account.base}/`), url).toBe(true);
  const changed = fc
    .tuple(fc.constantFrom(...answers), fc.nat(), fc.oneof(written, fc.jsonValue(), fc.double()))
    .map(([answer, at, value]) => JSON.stringify(withOneChanged(answer, at, value)));
  const response = answered(fc.oneof(changed, fc.json(), written));
  const property = fc.property(OPERATIONS, response, (operation, answer) => {
    const { url, body } = connector.build(operation, account);
    home(new URL(url).href);
    if (body !== undefined) JSON.parse(body);
    const reading = connector.read(operation as never, answer, account) as Reading;
    if ('next' in reading) home(new URL(connector.build(reading.next, account).url).href);
    else if (reading.ok)
      for (const link of linksIn(reading.value)) expect(new URL(link).protocol).toBe('https:');
  });
  fc.assert(property, { numRuns, seed: 1 });
}

type Reading =
  | { readonly next: Operation }
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false };

/** A copy in which the part with this number is something else. */
function withOneChanged(answer: unknown, number: number, value: unknown): unknown {
  let left = number % Math.max(1, JSON.stringify(answer).split(/[,:]/u).length);
  return JSON.parse(JSON.stringify(answer), (_name, part: unknown) => {
    left -= 1;
    return left === -1 ? value : part;
  });
}

function linksIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'url' && typeof part === 'string' ? [part] : linksIn(part),
  );
}
