import { describe, expect, test } from 'vitest';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createSharePoint } from '@/utils/community/connectors/sharepoint/connector';
import { sharepoint } from '@/utils/community/connectors/sharepoint/platform';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import { refusal } from './fake';

const GRAPH = 'https://graph.microsoft.com';
const account = anAccount(GRAPH, { member: { id: 'ann', handle: 'ann@contoso.be' } });
const connector = createSharePoint(() => START);
const json = (body: unknown): PlainResponse => ({ status: 200, headers: {}, text: JSON.stringify(body) });

describe('sites', () => {
  const places = { verb: 'places', memberId: 'ann' } as const;
  const typed = { ...account, base: `${GRAPH}/v1.0/sites/contoso.sharepoint.com:/sites/archief` };

  async function ask(who: typeof account, answers: readonly PlainResponse[]) {
    const asked: string[] = [];
    const rest = [...answers];
    const http = async ({ url }: PlainRequest) => {
      asked.push(url.replace(`${GRAPH}/v1.0`, ''));
      return succeed(rest.shift() ?? json({ value: [] }));
    };
    return { asked, found: await performWith<'places'>(connector, who, places, http) };
  }

  test('the one that was typed first, then those that one follows, each once', async () => {
    const pages = [
      json({ id: 'a', displayName: 'Archief' }),
      json({
        value: [
          { id: 'b', name: 'intranet' },
          { id: 'a', displayName: 'Archief' },
        ],
        '@odata.nextLink': 'https://x.example?$skiptoken=p%262',
      }),
      json({ value: [{ id: 'c', webUrl: 'https://c.example' }, { id: '' }, 5] }),
    ];
    const { asked, found } = await ask(typed, pages);
    expect(asked).toEqual([
      '/sites/contoso.sharepoint.com:/sites/archief',
      '/me/followedSites',
      '/me/followedSites?$skiptoken=p%262',
    ]);
    expect(found).toEqual({
      ok: true,
      value: [
        { id: 'a', name: 'Archief', closed: false },
        { id: 'b', name: 'intranet', closed: false },
        { id: 'c', name: 'https://c.example', closed: false },
      ],
    });
  });

  test.each([404, 403])('one that answers %i leaves the others', async (status) => {
    const { found } = await ask(typed, [refusal(status, 'x', 'x'), json({ value: [{ id: 'b' }] })]);
    expect(found).toMatchObject({ value: [{ id: 'b', name: 'b' }] });
  });

  test('an expired sign-in is one', async () => {
    expect((await ask(typed, [refusal(401, 'x', 'x')])).found).toMatchObject({
      error: { kind: 'auth', why: 'expired' },
    });
    expect((await ask(account, [refusal(403, 'x', 'x')])).found).toMatchObject({ ok: false });
  });

  test.each([
    ['https://contoso.sharepoint.com/sites/archief/SitePages/Home.aspx', ':/sites/archief'],
    ['https://contoso.sharepoint.com/teams/a%20b', ':/teams/a%20b'],
    ['https://contoso.sharepoint.com/', ''],
    ['https://contoso.sharepoint.com/SitePages/Home.aspx', ''],
  ])('%s', (address, below) => {
    expect(sharepoint.recognise.byAddress?.(new URL(address))?.base).toBe(
      `${GRAPH}/v1.0/sites/contoso.sharepoint.com${below}`,
    );
  });

  test.each([
    'https://sharepoint.com',
    'https://a.b.sharepoint.com',
    'https://contoso.sharepoint.com.evil.example',
  ])('%s is none', (address) => {
    expect(sharepoint.recognise.byAddress?.(new URL(address))).toBeNull();
  });
});
