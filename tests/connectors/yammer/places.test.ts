import { describe, expect, test } from 'vitest';
import type { Account, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createYammer } from '@/utils/community/connectors/yammer/connector';
import { groupOf } from '@/utils/community/connectors/yammer/places';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

const GRAPH = 'https://graph.microsoft.com';
const account = anAccount('https://www.yammer.com');
const connector = createYammer(() => START);

function answer(body: unknown, status = 200): PlainResponse {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('places', () => {
  const places = { verb: 'places', memberId: '1' } as const;
  const withGraph = { ...account, elsewhere: { [GRAPH]: 'graph' } };

  async function ask(who: Account, answers: (request: PlainRequest) => PlainResponse) {
    const asked: PlainRequest[] = [];
    const http = async (request: PlainRequest) => {
      asked.push(request);
      return succeed(answers(request));
    };
    return { places: must(await performWith<'places'>(connector, who, places, http)), asked };
  }
  const id = (group: string) => btoa(JSON.stringify({ _type: 'Group', id: group }));
  const batch = (communities: unknown, groups: unknown = { value: [{ id: 'g' }] }, status = 200) =>
    answer({
      responses: [
        { id: '0', status, body: communities },
        { id: '1', status: 200, body: groups },
      ],
    });

  test('a token for Graph goes to Graph, and no other', async () => {
    const { asked } = await ask(withGraph, () => batch({ value: [] }));
    expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [`${GRAPH}/v1.0/$batch`, 'Bearer graph'],
    ]);
  });

  test('every page of Graph, by its token alone; only those that one is in', async () => {
    const pages = [
      batch({
        value: [
          { id: id('1'), displayName: 'Een', privacy: 'private', groupId: 'g' },
          { id: 'x', groupId: 'g' },
        ],
        '@odata.nextLink': 'https://evil.example/?$skiptoken=a%26b',
      }),
      batch({
        value: [
          { id: id('2'), displayName: null, groupId: 'g' },
          { id: id('3'), groupId: null },
        ],
      }),
    ];
    const { places: found, asked } = await ask(withGraph, () => pages.shift() ?? answer({}));
    expect(found).toEqual([
      { id: '1', name: 'Een', closed: true },
      { id: '2', name: '2', closed: false },
    ]);
    expect(asked[1]?.body).toContain('$skiptoken=a%26b');
  });

  test.each([
    ['Graph refuses', batch({ error: { code: 'Forbidden' } }, undefined, 403)],
    ['Graph refuses to say which groups', batch({ value: [] }, { error: {} })],
    ['the answer is none of Graph’s', answer({ hello: 'world' })],
  ])('%s: the old interface is asked', async (_what, refusal) => {
    const own = [{ id: 20003373468631, full_name: 'Archief', name: 'archief', privacy: 'private' }];
    const { places: found } = await ask(withGraph, ({ url }) =>
      url.startsWith(GRAPH) ? refusal : answer(own),
    );
    expect(found).toEqual([{ id: '20003373468631', name: 'Archief', closed: true }]);
  });

  test('pages of the old interface end where nothing new comes', async () => {
    const page = Array.from({ length: 50 }, (_, n) => ({ id: n, name: `groep ${n}` }));
    const { places: found, asked } = await ask(account, () => answer(page));
    expect(found).toHaveLength(50);
    expect(asked).toHaveLength(2);
  });

  test.each(['', 'é', 'bm90IGpzb24', btoa('{"_type":"User","id":"1"}'), btoa('5')])(
    '%j is no community',
    (text) => {
      expect(groupOf(text)).toBeNull();
    },
  );
});
