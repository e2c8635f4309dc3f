import { describe, expect, test } from 'vitest';
import { matrix } from '@/utils/community/connectors/matrix/platform';
import { succeed } from '@/utils/kernel/result';
import { must } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { account, answering, connector } from './asking';
import { ANN, ROOM, rooms, stateOf } from './who-and-where';

test('rooms that are encrypted, hold only rooms, were replaced or have no name are no places', async () => {
  const answer = { next_batch: 's', rooms: { join: { ...rooms(), 'no room': {}, '!half': { state: 5 } } } };
  expect(await answering<'places'>({ verb: 'places', memberId: ANN }, answer)).toEqual(
    succeed([
      { id: ROOM, name: 'Praktijk', closed: false },
      { id: '!kern:archief.example', name: '#kern:archief.example', closed: true },
    ]),
  );
  expect(await answering<'places'>({ verb: 'places', memberId: ANN }, { next_batch: 's' })).toEqual(
    succeed([]),
  );
});

test.each([
  [{}, true],
  [{ join_rules: { join_rule: 'invite' } }, true],
  [{ join_rules: { join_rule: 'knock' } }, true],
  [{ join_rules: { join_rule: 'invite' }, history_visibility: { history_visibility: 'shared' } }, true],
  [
    { join_rules: { join_rule: 'invite' }, history_visibility: { history_visibility: 'world_readable' } },
    false,
  ],
  [{ history_visibility: { history_visibility: 'world_readable' } }, false],
  [{ join_rules: { join_rule: 'restricted' } }, false],
  [{ join_rules: { join_rule: 'knock_restricted' } }, false],
  [{ join_rules: { join_rule: 'public' } }, false],
  [{ join_rules: { join_rule: 5 } }, false],
])('a room of which is said %j is read by its members alone: %s', async (said, closed) => {
  const join = { [ROOM]: { state: { events: stateOf({ name: { name: 'Praktijk' }, ...said }) } } };
  const answer = { next_batch: 's', rooms: { join } };
  expect(await answering<'places'>({ verb: 'places', memberId: ANN }, answer)).toEqual(
    succeed([{ id: ROOM, name: 'Praktijk', closed }]),
  );
});

test('who may read a room is asked for with the rooms', () => {
  const { url } = connector.build({ verb: 'places', memberId: ANN }, account);
  const { event_fields, room } = JSON.parse(new URL(url).searchParams.get('filter') ?? '');
  expect(event_fields).toContain('content.history_visibility');
  expect(room.state.types).toContain('m.room.history_visibility');
});

test('of thousands of rooms the first ones are heard of', async () => {
  const join = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, n) => [`!r${n}`, Object.values(rooms())[0]]),
  );
  const places = must(
    await answering<'places'>({ verb: 'places', memberId: ANN }, { next_batch: 's', rooms: { join } }),
  );
  expect(places.length).toBeLessThanOrEqual(320);
});

test('one goes by the first part of one’s id', async () => {
  expect(await answering<'me'>({ verb: 'me' }, { user_id: '@ann.j:archief.example:8448' })).toEqual(
    succeed({ id: '@ann.j:archief.example:8448', name: 'ann.j', handle: 'ann.j:archief.example:8448' }),
  );
});

describe('recognised', () => {
  const { recognise } = matrix;
  const known = (base_url: unknown) => json(200, { 'm.homeserver': { base_url } });

  test('by what its domain says, and then by itself', () => {
    expect(
      recognise.probes?.('https://archief.example/onder').map(({ url, headers }) => [url, headers]),
    ).toEqual([
      ['https://archief.example/.well-known/matrix/client', { accept: 'application/json' }],
      ['https://archief.example/onder/_matrix/client/versions', { accept: 'application/json' }],
    ]);
  });

  test.each([
    [known('https://matrix.archief.example/'), 'https://matrix.archief.example'],
    [known('https://matrix.archief.example/onder//'), 'https://matrix.archief.example/onder'],
    [known('https://ann:geheim@matrix.archief.example/?x=1#y'), 'https://matrix.archief.example'],
    [known('http://matrix.archief.example'), null],
    [known('http://127.0.0.1:8008'), null],
    [known('javascript:alert(1)'), null],
    [known('matrix.archief.example'), null],
    [known(5), null],
    [json(200, { versions: ['v1.11', 'v1.15'] }), 'https://archief.example'],
    [json(200, { versions: [] }), null],
    [json(200, { versions: 'v1.15' }), null],
    [json(404, { 'm.homeserver': { base_url: 'https://a.example' } }), null],
    [{ status: 200, headers: {}, text: '<!doctype html>' }, null],
  ])('%j stands at %s', (answer, base) => {
    expect(recognise.read?.(answer, 'https://archief.example')?.base ?? null).toBe(base);
  });

  test.each([
    [['v1.3'], undefined],
    [['r0.6.1', 'v1.18'], undefined],
    [['v2.0'], undefined],
    [['r0.6.1', 'v1.1', 'v1.2'], true],
    [['r0.0.1'], true],
  ])('one that speaks %j is too old: %s', (versions, tooOld) => {
    expect(recognise.read?.(json(200, { versions }), 'https://archief.example')?.tooOld).toBe(tooOld);
  });

  test('on one’s own machine also without https, where it was looked for there', () => {
    expect(recognise.read?.(known('http://localhost:8008/'), 'http://localhost:8008')?.base).toBe(
      'http://localhost:8008',
    );
  });
});
