import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMember, aServer, get, type PostedStatus, post } from './support';

describe('paging', () => {
  test('following "next" reads every post once, newest first, for any page size', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const made: string[] = [];
    for (let n = 0; n < 13; n += 1) {
      server.time.now += 1;
      made.unshift((await post(server, token, `Bericht ${n}`)).body.id);
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 15 }), async (limit) => {
        const seen: string[] = [];
        let path: string | null = `/api/v1/timelines/home?limit=${limit}`;
        while (path !== null) {
          const page: Awaited<ReturnType<typeof get<PostedStatus[]>>> = await get(server, token, path);
          seen.push(...page.body.map(({ id }) => id));
          const next: string | undefined = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
          path = next === undefined ? null : `${new URL(next).pathname}${new URL(next).search}`;
        }
        expect(seen).toEqual(made);
      }),
      { numRuns: 15 },
    );
  });

  test('min_id gives the nearest newer posts, since_id the newest', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      server.time.now += 1;
      ids.push((await post(server, token, `Bericht ${n}`)).body.id);
    }
    const read = async (query: string) =>
      (await get<PostedStatus[]>(server, token, `/api/v1/timelines/home?limit=2&${query}`)).body.map(
        ({ id }) => id,
      );
    expect(await read(`min_id=${ids[0]}`)).toEqual([ids[2], ids[1]]);
    expect(await read(`since_id=${ids[0]}`)).toEqual([ids[4], ids[3]]);
    expect(await read(`max_id=${ids[3]}`)).toEqual([ids[2], ids[1]]);
    for (const [query, expected] of [
      ['max_id=5', []],
      ['min_id=0', [ids[1], ids[0]]],
      ['max_id=9999999999999999999', [ids[4], ids[3]]],
      ['max_id=no-id&limit=no-number', [ids[4], ids[3]]],
    ] as const) {
      expect((await read(query)).slice(0, 2), query).toEqual(expected);
    }
  });
});
