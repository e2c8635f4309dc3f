import { expect, test } from 'vitest';
import { shownHandle, shownScopes } from '@/components/community/shown-names';

test.each([
  ['ann', '@ann'],
  ['ann@contoso.be', 'ann@contoso.be'],
  ['@ann:matrix.example', '@ann:matrix.example'],
])('%s is called %s', (handle, shown) => {
  expect(shownHandle(handle)).toBe(shown);
});

test('what an application may do is shown without the address before each word', () => {
  const scopes = ['https://graph.microsoft.com/User.Read', 'offline_access', 'read:statuses'];
  expect(shownScopes(scopes)).toBe('User.Read, offline_access, read:statuses');
});
