import { expect, test } from 'vitest';
import { scopesFor } from '@/utils/community/connectors/mastodon/scopes';

const PLAIN = 'read:accounts read:statuses write:statuses write:favourites';

test.each([
  [{ canInvite: false, pictures: 0 }, PLAIN],
  [{ canInvite: false, pictures: 4 }, `${PLAIN} write:media`],
  [{ canInvite: true, pictures: 0 }, `${PLAIN} write:invitations`],
  [{ canInvite: true, pictures: 4 }, `${PLAIN} write:media write:invitations`],
])('for %j is asked for no more than is used there', (capabilities, scopes) => {
  expect(scopesFor(capabilities)).toBe(scopes);
});
