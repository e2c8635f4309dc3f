import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { createYammer } from '@/utils/community/connectors/yammer/connector';
import { groupOf } from '@/utils/community/connectors/yammer/places';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

/** Answers that others recorded, where a checkout has them beside it. */
const RECORDED = '../shared/fixtures/yammer';
const recorded = (name: string) => ({
  status: 200,
  headers: {},
  text: readFileSync(`${RECORDED}/${name}`, 'utf8'),
});
const connector = createYammer(() => START);
const account = anAccount('https://www.yammer.com', { member: { id: '36425097217', handle: 'johndoe' } });
const everybody = { verb: 'find', marker: '', since: 0, authorId: null } as const;

function found(name: string, operation: Extract<Operation, { verb: 'find' }> = everybody) {
  const reading = connector.read(operation, recorded(name), account);
  return 'ok' in reading ? must(reading).posts : [];
}

describe.skipIf(!existsSync(RECORDED))('recorded answers (skipped where ../shared is absent)', () => {
  test('a message that was just posted', () => {
    const send = { text: 'x', language: 'nl', audience: 'members', placeId: '1', key: 'k' } as const;
    const reading = connector.read(
      { verb: 'send', ...send },
      recorded('cli-microsoft365-docs/engage-message-add.json'),
      account,
    );
    expect(reading).toEqual({
      ok: true,
      value: {
        held: false,
        ref: {
          id: '2000337346863105',
          url: 'https://www.yammer.com/contoso.onmicrosoft.com/messages/2000337346863105',
        },
      },
    });
  });

  test.each(['get', 'list'])('message %s: every field that we show', (name) => {
    const [post] = found(`cli-microsoft365-docs/engage-message-${name}.json`);
    expect(post).toEqual({
      id: '2000337749565441',
      url: expect.stringMatching(/^https:\/\/www\.yammer\.com\/contoso\.onmicrosoft\.com\/messages\/20003/),
      text: 'Hello everyone!',
      authorId: '36425097217',
      authorName: '', // nobody is named beside a message alone
      at: name === 'get' ? Date.UTC(2022, 10, 11, 21, 0, 20) : Date.UTC(2022, 10, 11, 20, 59, 10),
      answersId: null,
      thanks: 0,
      replies: 0,
      thanked: false,
    });
  });

  test('what a search of today gives: likes, and that one of them is one’s own', () => {
    expect(found('cli-microsoft365-docs/engage-search.json')).toEqual([
      expect.objectContaining({ id: '2000337648877569', thanks: 1, thanked: true, replies: 0 }),
    ]);
  });

  test('what a search of 2013 gave: people, threads and groups stand among the references', () => {
    expect(found('spring-social-yammer/yammer-search-results.json')).toEqual([
      {
        id: '43460838',
        url: 'https://www.yammer.com/yammerdeveloperstestcommunity/messages/43460838',
        text: 'has created the Yammer Developers Test Community community.',
        authorId: '1452329',
        authorName: 'Matt Knopp',
        at: Date.UTC(2010, 4, 4, 22, 40, 15),
        answersId: null,
        thanks: 0,
        replies: 0,
        thanked: false,
      },
      expect.objectContaining({
        id: '79537463',
        text: 'has created the yammer-test-group group: Example group for yamdev docs.',
        authorName: 'mikeal',
        at: Date.UTC(2011, 1, 18, 22, 34, 19),
      }),
    ]);
  });

  test('groups', () => {
    const asked = { verb: 'places', memberId: '1' } as const;
    const answer = recorded('spring-social-yammer/yammer-search-results.json');
    expect(connector.read(asked, answer, account)).toEqual({
      ok: true,
      value: [{ id: '124742', name: 'yammer-test-group', closed: false }],
    });
  });

  test('communities of Graph are the groups of the old interface', () => {
    const ids = ['get', 'list'].flatMap((name) =>
      [JSON.parse(recorded(`cli-microsoft365-docs/engage-community-${name}.json`).text)].flat(),
    );
    expect(ids.map(({ id }) => groupOf(id))).toEqual(['155527094272', '47691358209']);
  });

  test('who one is', () => {
    for (const [name, shown] of [
      ['engage-user-get', 'johndoe'],
      ['engage-user-list', 'John Doe'],
    ] as const) {
      const text = JSON.stringify(
        [JSON.parse(recorded(`cli-microsoft365-docs/${name}.json`).text)].flat()[0],
      );
      const me = connector.read({ verb: 'me' }, { status: 200, headers: {}, text }, account);
      const signInName = 'johndoe@contoso.onmicrosoft.com';
      expect(me).toMatchObject({ value: { id: '172006440961', name: shown, signInName } });
    }
  });

  test('the network’s own name', () => {
    const answer = recorded('cli-microsoft365-docs/engage-network-list.json');
    expect(connector.read({ verb: 'capabilities' }, answer, account)).toMatchObject({
      value: { name: 'Viva Engage (Contoso)', audiences: ['members'], needsPlace: true, canEdit: false },
    });
  });

  test('a limit', () => {
    const { text } = recorded('spring-social-yammer/rate-limit-error.json');
    for (const status of [429, 403]) {
      expect(connector.read(everybody, { status, headers: {}, text }, account)).toEqual({
        ok: false,
        error: { kind: 'retry', applied: 'no', answered: true, afterMs: 30_000 },
      });
    }
  });
});
