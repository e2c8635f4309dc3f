import { describe, expect, test } from 'vitest';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createTeams } from '@/utils/community/connectors/teams/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://graph.microsoft.com');
const connector = createTeams(() => START);
const json = (body: unknown, status = 200): PlainResponse => ({
  status,
  headers: {},
  text: JSON.stringify(body),
});

async function ask(
  teams: unknown,
  channelsOf: (team: string) => { status: number; body?: unknown; headers?: unknown },
) {
  const asked: PlainRequest[] = [];
  const http = async (request: PlainRequest) => {
    asked.push(request);
    if (request.method === 'GET') return succeed(json({ value: teams }));
    const { requests } = JSON.parse(request.body ?? '') as { requests: { id: string; url: string }[] };
    const responses = requests.map(({ id, url }) => ({
      id,
      ...channelsOf(/teams\/([^/]+)/.exec(url)?.[1] ?? ''),
    }));
    return succeed(json({ responses: responses.reverse() }));
  };
  const places = await performWith<'places'>(connector, account, { verb: 'places', memberId: '1' }, http);
  return { places, asked };
}
const channel = (name: string | null) => ({
  status: 200,
  body: { value: [{ id: 'c', displayName: name }, { id: '' }] },
});

describe('channels of the teams that one is in', () => {
  test('twenty teams at a time, and no more than sixty', async () => {
    const teams = Array.from({ length: 70 }, (_, n) => ({ id: `t${n}`, displayName: `Team ${n}` }));
    const { places, asked } = await ask(teams, () => channel('Algemeen'));
    expect(asked.map(({ body }) => (body === undefined ? 0 : JSON.parse(body).requests.length))).toEqual([
      0, 20, 20, 20,
    ]);
    expect(asked[1]?.url).toBe('https://graph.microsoft.com/v1.0/$batch');
    expect(JSON.parse(asked[1]?.body ?? '').requests[0].url).toBe(
      '/teams/t0/channels?$select=id,displayName',
    );
    const found = places.ok ? places.value : [];
    expect(found).toHaveLength(60);
    expect(found[0]).toEqual({ id: 't0/c', name: 'Team 0 › Algemeen', closed: true });
  });

  test('a team that is kept only to be read is no place; one without a name has its channel’s', async () => {
    const teams = [{ id: 'a', isArchived: true }, { id: 'b', displayName: null }, { nothing: 1 }];
    const { places } = await ask(teams, () => channel('Vragen'));
    expect(places).toMatchObject({ value: [{ id: 'b/c', name: 'Vragen' }] });
  });

  test('no teams, no places', async () => {
    expect((await ask([], () => channel(''))).places).toEqual({ ok: true, value: [] });
  });

  test('a team that does not answer is left out', async () => {
    const teams = [
      { id: 'a', displayName: 'A' },
      { id: 'b', displayName: 'B' },
    ];
    const { places } = await ask(teams, (team) => (team === 'a' ? { status: 404 } : channel(null)));
    expect(places).toMatchObject({ value: [{ id: 'b/c', name: 'B' }] });
  });

  test.each([
    [
      403,
      { error: { code: 'Forbidden', message: 'Missing scope permissions on the request.' } },
      { kind: 'auth', why: 'consent' },
    ],
    [429, { error: { code: 'TooManyRequests' } }, { kind: 'retry', afterMs: 7_000 }],
  ])('where none answers, %i says why', async (status, body, failure) => {
    const { places } = await ask([{ id: 'a' }, { id: 'b' }], () => ({
      status,
      body,
      headers: { 'Retry-After': '7' },
    }));
    expect(places).toMatchObject({ ok: false, error: failure });
  });
});
