import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createSharePoint } from '@/utils/community/connectors/sharepoint/connector';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

const GRAPH = 'https://graph.microsoft.com';
const SITE = 'contoso.sharepoint.com,a,b';
const account = anAccount(GRAPH, { member: { id: 'ann', handle: 'ann@contoso.be' } });
const connector = createSharePoint(() => START);
const everybody = { verb: 'find', marker: '', since: 0, authorId: null, placeId: SITE } as const;
const json = (body: unknown): PlainResponse => ({ status: 200, headers: {}, text: JSON.stringify(body) });

function read(body: unknown, operation: Extract<Operation, { verb: 'find' }> = everybody) {
  const reading = connector.read(operation, json(body), account);
  return must('ok' in reading ? reading : { ok: false, error: { kind: 'gone' } });
}

describe('pages as they may be', () => {
  test('as documented, with its parts in their columns and beside them', () => {
    const page = {
      id: 'f45354cb',
      eTag: '"{F45354CB},8"',
      name: 'autotest Electronic Convertible.aspx',
      webUrl: 'https://contoso.sharepoint.com/SitePages/autotest Electronic Convertible.aspx',
      title: 'Titel',
      createdDateTime: '2023-04-16T10:01:41Z',
      createdBy: { user: { displayName: 'Rahul Mittal', email: 'rahmit@contoso.com' } },
      publishingState: { level: 'published', versionId: '1.0' },
      reactions: { commentCount: 4, likeCount: 2 },
      canvasLayout: {
        horizontalSections: [
          {
            columns: [
              { webparts: [{ innerHtml: '<p>Een</p>' }, { webPartType: 'd1d91016', data: {} }] },
              null,
            ],
          },
          { columns: [{ webparts: [{ innerHtml: '<p>Twee &amp; <b>drie</b></p>' }] }] },
        ],
        verticalSection: { webparts: [{ innerHtml: '<p>Opzij</p>' }] },
      },
    };
    expect(read({ value: [page] }).posts).toEqual([
      {
        id: `${SITE}/f45354cb`,
        url: 'https://contoso.sharepoint.com/SitePages/autotest%20Electronic%20Convertible.aspx',
        version: '"{F45354CB},8"',
        text: 'Titel\n\nEen\n\nTwee & **drie**\n\nOpzij',
        authorId: 'rahmit@contoso.com',
        authorName: 'Rahul Mittal',
        at: Date.UTC(2023, 3, 16, 10, 1, 41),
        answersId: null,
        thanks: 2,
        replies: 4,
        thanked: false,
      },
    ]);
  });

  test('only an id, and others that are none', () => {
    const { posts } = read({
      value: [{ id: 'x', createdBy: 5, canvasLayout: [], webUrl: '/x', name: 'a b.aspx' }, null, {}],
    });
    expect(posts).toEqual([
      expect.objectContaining({
        id: `${SITE}/x`,
        text: '',
        at: 0,
        url: 'https://contoso.sharepoint.com/SitePages/a%20b.aspx',
      }),
    ]);
    expect(posts[0]).not.toHaveProperty('version');
  });

  test('a version is taken from where there is one', () => {
    const value = [
      { id: '1', '@odata.etag': 'e' },
      { id: '2', publishingState: { versionId: '3.0' } },
    ];
    expect(read({ value }).posts.map(({ version }) => version)).toEqual(['e', '3.0']);
  });

  test('what no reader ever saw is not there yet; a draft over a published page is', () => {
    const state = (level: string, versionId: string) => ({
      id: versionId,
      publishingState: { level, versionId },
    });
    const value = [
      state('checkout', '0.1'),
      state('draft', '0.4'),
      state('draft', '1.2'),
      state('published', '2.0'),
    ];
    expect(read({ value }).posts.map(({ id }) => id)).toEqual([`${SITE}/1.2`, `${SITE}/2.0`]);
  });

  test('oneself is known by id, by address, and where nobody is named', () => {
    const by = (id: string, user: unknown) => ({ id, createdBy: { user } });
    const value = [
      by('1', { id: 'ann' }),
      by('2', { email: 'ANN@contoso.be' }),
      by('3', null),
      by('4', { id: 'ben' }),
    ];
    const { posts } = read({ value }, { ...everybody, authorId: 'ann' });
    expect(posts.map(({ id }) => id)).toEqual([`${SITE}/1`, `${SITE}/2`, `${SITE}/3`]);
  });
});

describe('looking for pages', () => {
  const pathOf = (operation: Operation) => decodeURIComponent(connector.build(operation, account).url);

  test('by the name that follows from the reference, and by nothing of a search', () => {
    expect(pathOf({ ...everybody, marker: 'DG-7F3K-2Q9D' })).toBe(
      `${GRAPH}/v1.0/sites/${SITE}/pages/microsoft.graph.sitePage?$expand=canvasLayout&$filter=name eq 'dg-7f3k-2q9d.aspx'`,
    );
    expect(pathOf({ ...everybody, marker: "x' or 1 eq 1" })).toContain("name eq 'x--or-1-eq-1.aspx'");
    const value = [
      { id: '1', name: 'DG-7F3K-2Q9D.aspx' },
      { id: '2', name: 'dg-7f3k-2q9d1.aspx' },
    ];
    const found = read(
      { value, '@odata.nextLink': 'https://a.example?$skiptoken=x' },
      { ...everybody, marker: 'DG-7F3K-2Q9D' },
    );
    expect(found).toMatchObject({ posts: [{ id: `${SITE}/1` }], cursor: null });
  });

  test('newest first, as far back as asked', () => {
    expect(pathOf(everybody)).toContain('$orderby=createdDateTime desc&$top=20');
    expect(pathOf({ ...everybody, cursor: 'a&b' })).toContain('$skiptoken=a&b');
    expect(pathOf({ ...everybody, cursor: `${GRAPH}/v1.0/sites/s/pages?$skip=20` })).toBe(
      `${GRAPH}/v1.0/sites/s/pages?$skip=20`,
    );
    const next = { '@odata.nextLink': 'https://a.example?$skiptoken=x' };
    const value = [{ id: '1', createdDateTime: '2026-01-01T00:00:00Z' }];
    expect(read({ value, ...next }).cursor).toBe('x');
    expect(read({ value, ...next }, { ...everybody, since: Date.UTC(2026, 1, 1) }).cursor).toBeNull();
  });

  test('without a site nobody concludes that nothing is there', () => {
    const { placeId: _, ...nowhere } = everybody;
    expect(connector.read(nowhere, json({ id: '1' }), account)).toMatchObject({ error: { kind: 'gone' } });
  });
});
