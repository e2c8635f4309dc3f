import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlainRequest } from '@/utils/community/connector';
import { matrix } from '@/utils/community/connectors/matrix/platform';
import { must } from '../../support/outbox-world';
import { aPractice } from '../../support/practices';
import { PublishedContract } from '../../support/published-contract';
import { Person, REFERENCE } from '../kit/person';
import { json } from '../kit/specimen';
import { MATRIX } from './specimen';
import { BASE } from './who-and-where';

/** Matrix's published client-server API (2026), where a checkout has it beside it. */
const FOLDER = '../shared/specs/matrix/data';
const OPERATIONS = [
  ...['versions', 'wellknown', 'whoami', 'sync', 'room_send', 'redaction'],
  ...['message_pagination', 'event_context', 'relations', 'oauth_server_metadata'],
].map((name) => `${FOLDER}/api/client-server/${name}.yaml`);
const DEFINITIONS = `${FOLDER}/api/client-server/definitions`;
const EVENTS = `${FOLDER}/event-schemas/schema`;

describe.skipIf(!existsSync(FOLDER))('against what Matrix publishes', () => {
  test('every request is one of it, and so is every answer of our stand-in', {
    timeout: 60_000,
  }, async () => {
    const contract = new PublishedContract(BASE, OPERATIONS);
    const person = await Person.connected(MATRIX);
    const { fake } = person;
    const plain = fake.answer.bind(fake);
    const asked: PlainRequest[] = [];
    const wrong: string[] = [];
    Object.assign(fake, {
      answer: (request: PlainRequest) => {
        const answer = plain(request);
        asked.push(request);
        wrong.push(...contract.wrongIn(request), ...contract.wrongInAnswer(request, answer));
        return answer;
      },
    });
    await everyVerb(person);
    expect(asked.length).toBeGreaterThan(12);
    expect(wrong).toEqual([]);
    expect(asked.flatMap((request) => wrongInside(contract, request))).toEqual([]);
  });

  test('it is recognised where, and signs in as, it is documented', () => {
    const contract = new PublishedContract(BASE, OPERATIONS);
    for (const probe of matrix.recognise.probes?.(BASE) ?? []) expect(contract.wrongIn(probe)).toEqual([]);
    const known = json(200, { 'm.homeserver': { base_url: BASE } });
    const wellKnown = { method: 'GET', url: `${BASE}/.well-known/matrix/client`, headers: {} } as const;
    expect(contract.wrongInAnswer(wellKnown, known)).toEqual([]);
    const metadata = { method: 'GET', url: matrix.oauth?.metadata?.(BASE) ?? '', headers: {} } as const;
    expect(contract.wrongIn(metadata)).toEqual([]);
  });

  test('it finds what is wrong', () => {
    const contract = new PublishedContract(BASE, OPERATIONS);
    const send = {
      method: 'PUT',
      url: `${BASE}/_matrix/client/v3/rooms/!r/send/m.room.message/k`,
      headers: {},
    } as const;
    expect(contract.wrongIn({ ...send, body: '5' })).toEqual(['body must be object']);
    expect(contract.wrongIn({ ...send, url: `${send.url}/more`, body: '{}' })).toHaveLength(1);
    expect(contract.wrongInAnswer(send, json(200, { event_id: 'e' }))).toHaveLength(1);
    expect(wrongInside(contract, { ...send, body: '{"msgtype":"m.text"}' })).toHaveLength(1);
  });
});

/** What is in filters and in events, which the operations leave open. */
function wrongInside(contract: PublishedContract, { url, body }: PlainRequest): string[] {
  const { pathname, searchParams } = new URL(url);
  const filter = searchParams.get('filter');
  const shape = pathname.endsWith('/sync') ? 'sync_filter' : 'room_event_filter';
  const wrong = filter === null ? [] : contract.wrongAs(`${DEFINITIONS}/${shape}.yaml`, JSON.parse(filter));
  const [, type = ''] = /\/send\/([\w.]+)\//u.exec(pathname) ?? [];
  if (type === '' || body === undefined) return wrong;
  const event = {
    type,
    content: JSON.parse(body),
    event_id: '$e',
    sender: '@a:b',
    origin_server_ts: 1,
    room_id: '!r',
  };
  const schema = type === 'm.room.message' ? 'm.room.message$m.text' : type;
  return [...wrong, ...contract.wrongAs(`${EVENTS}/${schema}.yaml`, event)];
}

async function everyVerb(person: Person): Promise<void> {
  must(await person.ask({ verb: 'capabilities' }));
  must(await person.ask({ verb: 'me' }));
  must(await person.ask({ verb: 'places', memberId: person.community.accountId }));
  const { ref } = must(await person.say(person.textOf(aPractice())));
  must(await person.say(person.textOf(aPractice()), { edits: ref.id }));
  must(await person.say(person.textOf(aPractice(), 'DG-AAAA-2222'), { replyTo: ref.id }));
  person.fake.reply?.(ref.id, 'Dat doen wij ook zo.');
  must(await person.ask({ verb: 'thread', postId: ref.id }));
  for (const on of [true, true, false, false]) must(await person.ask({ verb: 'mark', postId: ref.id, on }));
  await person.found(REFERENCE);
  must(await person.ask({ verb: 'remove', postId: ref.id }));
  await person.ask({ verb: 'thread', postId: `${MATRIX.placeId}/$nothing` });
}
