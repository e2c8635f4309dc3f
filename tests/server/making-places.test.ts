import { beforeEach, describe, expect, test } from 'vitest';
import { createPlace } from '@/server/store/places';
import { aPlace, ask, PLACES, type PlaceBody } from './people';
import { aMember, aServer, type Member, type Server } from './support';

let server: Server;
let keeper: Member;
let joris: Member;

beforeEach(async () => {
  server = await aServer();
  keeper = await aMember(server, 'anna', 'coordinator');
  joris = await aMember(server, 'joris');
});

const list = async (member: Member) => (await ask<PlaceBody[]>(server, member, 'GET', PLACES)).body;

describe('making a place', () => {
  test('a coordinator may; its maker is its first member', async () => {
    const wanted = { handle: '@Archief', name: 'Archief', about: 'Over archieven', locked: true };
    expect((await ask(server, joris, 'POST', PLACES, wanted)).status).toBe(403);
    const made = await ask<PlaceBody>(server, keeper, 'POST', PLACES, wanted);
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ handle: 'archief', membership: 'member', members: 1, keeper: true }),
    ]);
    expect(await list(keeper)).toEqual([made.body]);
    expect(await list(joris)).toEqual([{ ...made.body, membership: 'none', keeper: false }]);
  });

  test.each([
    [{ handle: 'a', name: 'A' }],
    [{ handle: 'met spatie', name: 'A' }],
    [{ handle: 'x'.repeat(31), name: 'A' }],
    [{ handle: 'joris', name: 'A' }],
    [{ handle: 'bestaat', name: 'A' }],
    [{ handle: 'goed', name: '' }],
    [{ handle: 'goed', name: 'x'.repeat(61) }],
    [{ handle: 'goed', name: 'A', about: 'x'.repeat(501) }],
    [{ name: 'A' }],
  ])('%j is refused', async (wanted) => {
    await aPlace(server, keeper, { handle: 'bestaat' });
    const { status, body } = await ask<{ error: string }>(server, keeper, 'POST', PLACES, wanted);
    expect([status, body.error]).toEqual([422, expect.stringContaining('Validation failed')]);
    expect(await list(keeper)).toHaveLength(1);
  });

  test('six at once with one name are one place', async () => {
    const wanted = { handle: 'tegelijk', name: 'A', about: '', locked: false };
    const made = await Promise.all(
      Array.from({ length: 6 }, () => createPlace(server.store(), wanted, keeper.account)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await list(joris)).toHaveLength(1);
  });
});
