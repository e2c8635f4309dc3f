import { expect, test } from 'vitest';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';

import { anAccount } from '../../support/accounts';

const account = anAccount('https://social.example');

test('a server that names thousands of places is heard of the first ones only', async () => {
  const groups = Array.from({ length: 5_000 }, (_, at) => ({
    id: `${at}`,
    username: `plek_${at}`,
    group: true,
  }));
  const next = { link: '<https://social.example/x?max_id=9>; rel="next"' };
  const places = await performWith<'places'>(
    createMastodon(),
    account,
    { verb: 'places', memberId: '7' },
    async () => succeed({ status: 200, headers: next, text: JSON.stringify(groups) }),
  );
  if (!places.ok) throw new Error(places.error.kind);
  expect(places.value.length).toBeLessThanOrEqual(320);
});
