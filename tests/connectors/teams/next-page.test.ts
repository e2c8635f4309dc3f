import { describe, expect, test } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { createTeams } from '@/utils/community/connectors/teams/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

const account = anAccount('https://graph.microsoft.com', { member: { id: 'ann', handle: 'ann' } });
const connector = createTeams(() => START);
const placeId = 'team-1/19:a@thread.tacv2';
const everybody = { verb: 'find', marker: '', since: 0, authorId: null, placeId } as const;
const json = (body: unknown): PlainResponse => ({ status: 200, headers: {}, text: JSON.stringify(body) });

describe('where a list goes on', () => {
  test('without a token Graph’s own address leads on', () => {
    const on = 'https://graph.microsoft.com/v1.0/teams/t/channels/c/messages?$skip=5&$top=9';
    const found = connector.read<'find'>(everybody, json({ value: [], '@odata.nextLink': on }), account);
    const cursor = 'ok' in found && found.ok ? found.value.cursor : null;
    expect(connector.build({ ...everybody, cursor: cursor ?? '' }, account).url).toBe(on);
  });

  test.each([
    'no address',
    'https://a.example/?$skip=5',
    'https://graph.microsoft.com.evil.example/v1.0/me?$skip=5',
    'https://graph.microsoft.com/beta/me?$skip=5',
    'https://graph.microsoft.com/v1.0/../beta/me',
    'http://graph.microsoft.com/v1.0/me?$skip=5',
  ])('a list that goes on at %j was not read to its end', (next) => {
    const response = json({ value: [], '@odata.nextLink': next });
    const failure = { kind: 'retry', applied: 'no' };
    expect(connector.read(everybody, response, account)).toMatchObject({ error: failure });
    const teams = { verb: 'places', memberId: '1' } as const;
    expect(connector.read(teams, response, account)).toMatchObject({ error: failure });
  });
});

test('a long thread is read page by page, oldest first, and no further than four', async () => {
  const PAGE = 'https://graph.microsoft.com/v1.0/teams/t/channels/c/messages/7/replies?$skiptoken=';
  const asked: string[] = [];
  const http = async ({ url }: { readonly url: string }) => {
    asked.push(url.replace(/^.*\/replies/u, ''));
    const createdDateTime = new Date(START - asked.length * 1_000).toISOString();
    const value = [{ id: `${asked.length}`, createdDateTime }];
    return succeed(json({ value, '@odata.nextLink': `${PAGE}${asked.length}` }));
  };
  const thread = { verb: 'thread', postId: `${placeId}/7` } as const;
  const { posts } = must(await performWith<'thread'>(connector, account, thread, http));
  expect(asked).toEqual(['?$top=50', '?$skiptoken=1', '?$skiptoken=2', '?$skiptoken=3']);
  expect(posts.map(({ id }) => id.split('/').at(-1))).toEqual(['4', '3', '2', '1']);
});
