import { describe, expect, test } from 'vitest';
import type { Failure, Operation, PlainResponse } from '@/utils/community/connector';
import { must } from '../../support/outbox-world';
import { kitCase } from './case';
import { Person, REFERENCE } from './person';
import { json, type Specimen } from './specimen';

/** Answers that are none. */
const NO_ANSWERS: Readonly<Record<string, PlainResponse>> = {
  'a page of HTML': { status: 200, headers: {}, text: '<!doctype html><title>Aanmelden</title>' },
  nothing: { status: 200, headers: {}, text: '' },
  null: json(200, null),
  'a list': json(200, []),
  'a number': json(200, 5),
  'another object': json(200, { hello: 'world', id: {} }),
  'half an object': { status: 200, headers: {}, text: '{"id":"1","url":"https://a' },
  'a page of HTML that says no': { status: 403, headers: {}, text: '<h1>Forbidden</h1>' },
  'an error that is none': json(400, { error: { deep: [] }, errors: 7, message: null, id: [] }),
};

/** Each class of failure, in the platform's own words; and whatever else may come back. */
export function refuses(specimen: Specimen): void {
  test.each(specimen.refusals.map((one) => [one.what, one] as const))(
    'refusal: %s',
    async (_what, { verb = 'send', answer, means }) => {
      const person = await Person.connected(specimen);
      expect(await asked(person, verb, answer)).toEqual(means);
    },
  );

  kitCase(specimen, 'refusal: too many requests', async (person) => {
    const { answer, afterMs } = specimen.limited;
    expect(await asked(person, 'send', answer)).toEqual({
      kind: 'retry',
      applied: 'no',
      answered: true,
      afterMs,
    });
  });

  kitCase(specimen, 'refusal: the sign-in has expired', async (person) => {
    for (const verb of ['send', 'me', 'find'] as const)
      expect(await asked(person, verb, specimen.signedOut)).toEqual({ kind: 'auth', why: 'expired' });
  });

  kitCase(specimen, 'refusal: the server is ill', async (person) => {
    for (const status of [500, 502, 503, 504]) {
      const ill = { status, headers: {}, text: '<html>Bad gateway</html>' };
      expect(await asked(person, 'send', ill)).toMatchObject({ kind: 'retry', applied: 'unknown' });
      expect(await asked(person, 'find', ill)).toMatchObject({ kind: 'retry', applied: 'no' });
    }
  });

  describe.each(Object.entries(NO_ANSWERS))('%s', (_what, answer) => {
    test('is never taken for a success, and breaks nothing', async () => {
      const person = await Person.connected(specimen);
      const { ref } = must(await person.say(person.textOf(person.practice())));
      for (const operation of everyOperation(person, ref.id)) {
        person.line.always = { answer };
        const failed = await person.ask(operation as never);
        if (operation.verb === 'send') expect(failed, operation.verb).toMatchObject({ ok: false });
        if (operation.verb === 'send' && answer.status === 200 && !failed.ok)
          expect(failed.error).toMatchObject({ kind: 'retry', applied: 'unknown' });
      }
    });
  });

  kitCase(specimen, 'what it does not know is passed over', async (person) => {
    const { fake } = person;
    const plain = fake.answer.bind(fake);
    const ref = must(await person.say(person.textOf(person.practice()))).ref;
    const before = await person.found(REFERENCE);
    Object.assign(fake, { answer: (request: Parameters<typeof plain>[0]) => withMore(plain(request)) });
    expect(await person.found(REFERENCE)).toEqual(before);
    expect(before[0]?.id).toBe(ref.id);
  });
}

async function asked(
  person: Person,
  verb: Operation['verb'],
  answer: PlainResponse,
): Promise<Failure | null> {
  const operation = everyOperation(person, person.fake.posts()[0]?.id ?? '1').find(
    (one) => one.verb === verb,
  );
  person.line.always = { answer };
  const result = await person.ask(operation as never);
  person.line.always = null;
  return result.ok ? null : result.error;
}

function everyOperation(person: Person, postId: string): readonly Operation[] {
  const { community, specimen } = person;
  const place = { placeId: specimen.placeId };
  return [
    {
      ...{ verb: 'send', text: person.textOf(person.practice(), 'DG-RRRR-4444'), language: 'nl', ...place },
      ...{ format: community.format ?? 'plain', audience: community.audiences[0] ?? 'members', key: 'k' },
    },
    { verb: 'me' },
    { verb: 'capabilities' },
    { verb: 'places', memberId: community.accountId },
    { verb: 'find', marker: REFERENCE, since: 0, authorId: community.accountId, ...place },
    { verb: 'find', marker: '', since: 0, authorId: null, ...place },
    { verb: 'thread', postId },
    { verb: 'mark', postId, on: true },
    { verb: 'remove', postId },
  ];
}

/** The same answer from a later version: every object says more than it did. */
function withMore(answer: PlainResponse): PlainResponse {
  if (!answer.text.startsWith('{') && !answer.text.startsWith('[')) return answer;
  const text = answer.text.replaceAll('{"', '{"x_unknown":{"a":[1]},"');
  return { ...answer, text };
}
