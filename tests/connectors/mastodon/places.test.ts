import { describe, expect, test } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';

import { anAccount } from '../../support/accounts';

const account = anAccount('https://social.example');
const connector = createMastodon();

function answer(status: number, body: unknown, headers: Record<string, string> = {}): PlainResponse {
  return { status, headers, text: JSON.stringify(body) };
}

test('a post to a place names it beside the text, which stays as it was shown', () => {
  const send = {
    verb: 'send',
    text: 'Titel',
    language: 'nl',
    audience: 'members',
    placeId: '42',
    key: 'key-1',
  } as const;
  const body = JSON.parse(connector.build(send, account).body ?? '');
  expect(body).toMatchObject({ status: send.text, place_id: '42' });
});

describe('places', () => {
  const person = { id: '1', username: 'bram', group: false };
  const open = { id: '2', username: 'e_depot', display_name: 'E-depot', group: true, locked: false };
  const closed = { id: '3', username: 'directie', group: true, locked: true };

  test('are the groups among those whom one follows, on every page', async () => {
    const next = { link: '<https://social.example/x?max_id=9>; rel="next", <https://a.example>; rel="prev"' };
    const pages = [answer(200, [person, open], next), answer(200, [closed])];
    const asked: string[] = [];
    const places = await performWith<'places'>(
      connector,
      account,
      { verb: 'places', memberId: '7' },
      async ({ url }) => {
        asked.push(url);
        return succeed(pages.shift() ?? answer(500, ''));
      },
    );
    expect(places).toEqual(
      succeed([
        { id: '2', name: 'E-depot', closed: false },
        { id: '3', name: 'directie', closed: true },
      ]),
    );
    expect(asked[1]).toContain('max_id=9');
  });

  test('of somebody who follows hundreds are those of the first pages', async () => {
    const endless = { link: '<https://social.example/x?max_id=9>; rel="next"' };
    const http = async () => succeed(answer(200, [open], endless));
    const places = await performWith<'places'>(connector, account, { verb: 'places', memberId: '7' }, http);
    expect(places.ok && places.value).toHaveLength(4);
  });
});
