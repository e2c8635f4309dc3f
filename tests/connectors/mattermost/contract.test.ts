import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { must } from '../../support/outbox-world';
import { aPractice } from '../../support/practices';
import { PublishedContract } from '../../support/published-contract';
import { Person, REFERENCE } from '../kit/person';
import { MATTERMOST } from './specimen';
import { BASE } from './who-and-where';

/** Mattermost's published OpenAPI document (2023), where a checkout has it beside it. */
const DOCUMENT = '../shared/specs/mattermost.openapi.yaml';
/** What its server reads, and the document does not say. */
const UNDOCUMENTED = ['skipFetchThreads is not documented'];

describe.skipIf(!existsSync(DOCUMENT))('against the document that Mattermost publishes', () => {
  test('every request is one of it, and so is every answer of our stand-in', {
    timeout: 60_000,
  }, async () => {
    const contract = new PublishedContract(BASE, [DOCUMENT]);
    const person = await Person.connected(MATTERMOST);
    const { fake, line } = person;
    const wrong: string[] = [];
    const plain = fake.answer.bind(fake);
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) => {
        const answer = plain(request);
        wrong.push(...contract.wrongIn(request), ...contract.wrongInAnswer(request, answer));
        return answer;
      },
    });
    await everyVerb(person);
    expect(line.requests.length).toBeGreaterThan(12);
    expect(wrong.filter((one) => !UNDOCUMENTED.includes(one))).toEqual([]);
  });

  test('it finds what is wrong', () => {
    const contract = new PublishedContract(BASE, [DOCUMENT]);
    const post = { method: 'POST', url: `${BASE}/api/v4/posts`, headers: {} } as const;
    expect(contract.wrongIn({ ...post, body: '{"message":5}' })).toEqual([
      "body must have required property 'channel_id'",
      'body/message must be string',
    ]);
    expect(
      contract.wrongIn({ ...post, url: `${post.url}?x=1`, body: '{"channel_id":"c","message":""}' }),
    ).toEqual(['x is not documented']);
    expect(contract.wrongIn({ ...post, url: `${BASE}/api/v4/nothing` })).toHaveLength(1);
    expect(contract.wrongInAnswer(post, { status: 201, headers: {}, text: '{"id":5}' })).toEqual([
      'answer/id must be string',
    ]);
    expect(contract.wrongInAnswer(post, { status: 418, headers: {}, text: '' })).toHaveLength(1);
  });
});

async function everyVerb(person: Person): Promise<void> {
  must(await person.ask({ verb: 'capabilities' }));
  must(await person.ask({ verb: 'me' }));
  must(await person.ask({ verb: 'places', memberId: person.community.accountId }));
  const { ref } = must(await person.say(person.textOf(aPractice())));
  must(await person.say(person.textOf(aPractice()), { edits: ref.id }));
  must(await person.say(person.textOf(aPractice(), 'DG-AAAA-2222'), { replyTo: ref.id }));
  person.fake.reply?.(ref.id, 'Dat doen wij ook zo.');
  must(await person.ask({ verb: 'thread', postId: ref.id }));
  for (const on of [true, false]) must(await person.ask({ verb: 'mark', postId: ref.id, on }));
  await person.found(REFERENCE);
  const { placeId } = MATTERMOST;
  must(await person.ask({ verb: 'find', marker: '', since: 0, authorId: null, placeId, cursor: 'x' }));
  must(await person.ask({ verb: 'find', marker: '', since: 0, authorId: null, placeId }));
  must(await person.ask({ verb: 'remove', postId: ref.id }));
}
