import { describe, expect, test } from 'vitest';
import type { Connector, Failure, Operation, PlainResponse } from '@/utils/community/connector';
import { keptBack, keptBackFor } from '@/utils/community/failure';
import { performWith } from '@/utils/community/perform';
import { fail, type Result, succeed } from '@/utils/kernel/result';

const ORIGIN = 'https://platform.example';
const ACCOUNT = { origin: ORIGIN, base: ORIGIN, token: 't', member: null };
const SEND: Extract<Operation, { verb: 'send' }> = {
  ...{ verb: 'send', text: 'a', language: 'nl' },
  ...{ audience: 'members', placeId: null, key: 'k' },
};
const LOST = fail<Failure>({ kind: 'retry', applied: 'no', answered: false });
const REFUSED = fail<Failure>({ kind: 'retry', applied: 'no', answered: true, afterMs: 1_000 });
const DONE: Result<PlainResponse, Failure> = succeed({ status: 200, headers: {}, text: '' });

/** Asks with these methods, one after the other; what the last answer says is `said`. */
function inSteps(methods: readonly ('GET' | 'POST')[], said: Result<never, Failure>): Connector {
  const stepOf = (operation: unknown): number =>
    Number((operation as { earlier?: Record<string, string> }).earlier?.step ?? 0);
  return {
    id: 'in-steps',
    build: (operation) => ({ method: methods[stepOf(operation)] ?? 'GET', url: `${ORIGIN}/a`, headers: {} }),
    read: (operation) => {
      const step = stepOf(operation) + 1;
      if (step === methods.length) return said as never;
      return { next: { ...SEND, earlier: { step: String(step) } } };
    },
  };
}

/** What a send comes to whose last request gets this answer. */
function send(methods: readonly ('GET' | 'POST')[], answer: Result<PlainResponse, Failure>, said = LOST) {
  let left = methods.length;
  const http = async () => {
    left -= 1;
    return left === 0 ? answer : DONE;
  };
  return performWith<'send'>(inSteps(methods, said), ACCOUNT, SEND, http);
}

describe('an operation of several requests', () => {
  test('whose answer after a write is lost may have been done', async () => {
    expect(await send(['POST', 'GET'], LOST)).toMatchObject({ error: { applied: 'unknown' } });
  });

  test('that is refused after a write may have been done', async () => {
    const said = { error: { applied: 'unknown', answered: true, afterMs: 1_000 } };
    expect(await send(['POST', 'POST'], DONE, REFUSED)).toMatchObject(said);
  });

  test('whose next step we keep back ourselves after a write may have been done', async () => {
    const after = await send(['POST', 'POST'], fail(keptBack(20_000)));
    expect(after).toMatchObject({ error: { applied: 'unknown', afterMs: 20_000 } });
    expect(after.ok ? null : keptBackFor(after.error)).toBeNull();
    const before = await send(['GET', 'POST'], fail(keptBack(20_000)));
    expect(before.ok ? null : keptBackFor(before.error)).toBe(20_000);
  });

  test('that is refused before any write was not done', async () => {
    expect(await send(['GET', 'POST'], DONE, REFUSED)).toMatchObject({ error: { applied: 'no' } });
    expect(await send(['GET', 'GET'], LOST)).toMatchObject({ error: { applied: 'no' } });
  });
});

describe('what a server says of what it was sent', () => {
  const refusal = (message: string) => fail<Failure>({ kind: 'invalid', message });
  const say = (token: string, message: string) =>
    performWith<'send'>(
      inSteps(['POST'], refusal(message)),
      { ...ACCOUNT, token, elsewhere: { 'https://other.example': 'elsewhere-secret' } },
      SEND,
      async () => DONE,
    );

  test.each([
    ['a-long-token', 'Bad token a-long-token: a-long-token', 'Bad token …: …'],
    ['Basic YW5uOmFiY2Q=', 'No such user: YW5uOmFiY2Q=', 'No such user: …'],
    ['a-long-token', 'Not elsewhere-secret either', 'Not … either'],
    ['', 'Nothing was sent', 'Nothing was sent'],
    ['', 'Bad text', 'Bad text'],
    ['', 'Nee', 'Nee'],
    ['', '内容过长', '内容过长'],
    ['', 'HTTP 400', ''],
    ['', '400', ''],
    ['', 'Error 400.', ''],
    ['', '400 Bad Request', ''],
    ['', 'Unprocessable Entity', ''],
    ['', 'invalid_request', ''],
    ['', 'api.context.invalid_param.app_error', ''],
    ['', 'M_UNKNOWN', ''],
    ['', 'invalidRequest', ''],
    ['', ' … ', ''],
  ])('is told without %j', async (token, said, told) => {
    expect(await say(token, said)).toEqual(refusal(told));
  });
});
