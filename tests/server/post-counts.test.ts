import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf } from '@/server/store/account-counts';
import { deleteStatus } from '@/server/store/delete-status';
import { postStatus } from '@/server/store/post-status';
import { type StatusRow, visibleStatus } from '@/server/store/statuses';
import { aPlace, ask } from './people';
import { aMember, aServer, get, post } from './support';

const PLAIN = {
  language: null,
  inReplyToId: null,
  sensitive: false,
  spoilerText: '',
  mentions: [],
  tags: [],
};

test('counts stay true while posts come and go', async () => {
  const server = await aServer();
  const store = server.store();
  const anna = await aMember(server, 'anna', 'coordinator');
  const place = await aPlace(server, anna);
  const standing: StatusRow[] = [];
  let made = 0;
  const say = async (placeId: string | null, visibility: 'public' | 'direct') => {
    made += 1;
    const accountId = anna.account.id;
    const status = { ...PLAIN, accountId, text: `Bericht ${made}`, placeId, visibility };
    const posted = await postStatus(store, status, null);
    if (posted.kind === 'made') standing.push(posted.status);
  };
  const check = async () => {
    const shown = standing.filter(({ visibility }) => visibility !== 'direct');
    const countOf = await countsOf(store, [anna.account.id, place.id]);
    const { statuses, lastStatusAt } = countOf(anna.account.id);
    expect({ statuses, lastStatusAt }).toEqual({
      statuses: shown.length,
      lastStatusAt: shown.at(-1)?.created_at ?? null,
    });
    expect(countOf(place.id).statuses).toBe(shown.filter(({ place_id }) => place_id !== null).length);
  };
  await check();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('post', 'in place', 'direct', 'delete old', 'delete new'), { maxLength: 8 }),
      async (steps) => {
        for (const step of steps) {
          server.time.now += 1;
          if (step.startsWith('delete')) {
            const [gone] = standing.splice(step === 'delete old' ? 0 : -1, 1);
            const row = gone && (await visibleStatus(store, gone.id, anna.account.id));
            if (row !== undefined) await deleteStatus(store, row);
          } else await say(step === 'in place' ? place.id : null, step === 'direct' ? 'direct' : 'public');
        }
        await check();
      },
    ),
    { numRuns: 10 },
  );
});

test.each([{ key: 'k' }, { key: undefined }])(
  'a post says what is counted of its author since, $key',
  async ({ key }) => {
    const server = await aServer();
    const [anna, bram] = [await aMember(server, 'anna'), await aMember(server, 'bram')];
    await ask(server, bram, 'POST', `/api/v1/accounts/${anna.account.id}/follow`);
    await post(server, anna.token, 'Eerste');
    const { body } = await post(server, anna.token, 'Tweede', key);
    const shown = await get<unknown>(server, bram.token, `/api/v1/accounts/${anna.account.id}`);
    expect(body).toMatchObject({ account: shown.body });
    expect(shown.body).toMatchObject({ statuses_count: 2, followers_count: 1, following_count: 0 });
  },
);
