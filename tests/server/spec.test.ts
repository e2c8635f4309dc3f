import { existsSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import { aBusyCommunity, type Busy } from './busy-community';

/** Mastodon's published OpenAPI document, where a checkout has it beside it. */
const SPEC = '../shared/specs/mastodon.openapi.json';
const isThere = existsSync(SPEC);
if (!isThere) console.log(`skipped: ${SPEC} is not beside this checkout`);

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A path of the document, and the query and body that it gets here. */
interface Call {
  readonly method: Method;
  readonly path: string;
  readonly query?: (busy: Busy) => string;
  readonly body?: object;
}

const get = (path: string, query?: Call['query']): Call => ({ method: 'get', path, ...(query && { query }) });
const send = (method: Method, path: string, body?: object): Call => ({ method, path, ...(body && { body }) });

const CALLS: readonly Call[] = [
  get('/api/v1/instance'),
  get('/api/v2/instance'),
  get('/api/v1/instance/rules'),
  get('/api/v1/instance/peers'),
  get('/api/v1/instance/activity'),
  get('/.well-known/oauth-authorization-server'),
  get('/api/v1/apps/verify_credentials'),
  get('/api/v1/accounts/verify_credentials'),
  get('/api/v1/accounts/{id}'),
  get('/api/v1/accounts', ({ bram }) => `id[]=${bram.account.id}`),
  get('/api/v1/accounts/{id}/statuses'),
  get('/api/v1/accounts/{id}/followers'),
  get('/api/v1/accounts/{id}/following'),
  get('/api/v1/accounts/{id}/featured_tags'),
  get('/api/v1/accounts/{id}/lists'),
  get('/api/v1/accounts/lookup', () => 'acct=anna'),
  get('/api/v1/accounts/search', () => 'q=ann'),
  get(
    '/api/v1/accounts/relationships',
    ({ anna, bram }) => `id[]=${anna.account.id}&id[]=${bram.account.id}`,
  ),
  get('/api/v1/accounts/familiar_followers', ({ anna }) => `id[]=${anna.account.id}`),
  send('patch', '/api/v1/accounts/update_credentials', { display_name: 'Bram C.' }),
  send('post', '/api/v1/accounts/{id}/follow'),
  get('/api/v1/follow_requests'),
  get('/api/v1/directory'),
  get('/api/v1/timelines/home'),
  get('/api/v1/timelines/public'),
  get('/api/v1/timelines/tag/{hashtag}'),
  get('/api/v1/statuses', ({ post }) => `id[]=${post}`),
  get('/api/v1/statuses/{id}'),
  get('/api/v1/statuses/{id}/context'),
  get('/api/v1/statuses/{id}/history'),
  get('/api/v1/statuses/{id}/source'),
  get('/api/v1/statuses/{id}/favourited_by'),
  get('/api/v1/statuses/{id}/reblogged_by'),
  send('post', '/api/v1/statuses', { status: 'Nieuw #archief @anna https://a.example/lang' }),
  send('post', '/api/v1/statuses/{id}/favourite'),
  send('post', '/api/v1/statuses/{id}/unfavourite'),
  send('post', '/api/v1/statuses/{id}/reblog'),
  send('post', '/api/v1/statuses/{id}/unreblog'),
  send('post', '/api/v1/statuses/{id}/bookmark'),
  get('/api/v1/bookmarks'),
  send('post', '/api/v1/statuses/{id}/unbookmark'),
  get('/api/v1/favourites'),
  get('/api/v1/media/{id}'),
  send('put', '/api/v1/media/{id}', { description: 'Een kast' }),
  get('/api/v1/notifications'),
  get('/api/v1/notifications/unread_count'),
  get('/api/v2/notifications'),
  get('/api/v2/notifications/unread_count'),
  get('/api/v2/notifications/policy'),
  get('/api/v1/markers', () => 'timeline[]=home&timeline[]=notifications'),
  send('post', '/api/v1/markers', { home: { last_read_id: '1' } }),
  get('/api/v2/search', () => 'q=archief'),
  get('/api/v1/tags/{name}'),
  send('post', '/api/v1/tags/{name}/follow'),
  get('/api/v1/followed_tags'),
  get('/api/v1/lists'),
  get('/api/v2/filters'),
  get('/api/v1/custom_emojis'),
  get('/api/v1/announcements'),
  get('/api/v1/conversations'),
  get('/api/v1/trends/tags'),
  get('/api/v1/trends/statuses'),
  get('/api/v1/trends/links'),
  get('/api/v1/blocks'),
  get('/api/v1/mutes'),
  get('/api/v1/endorsements'),
  get('/api/v2/suggestions'),
  get('/api/v1/scheduled_statuses'),
];

/** What a name in a path stands for. */
function fill(path: string, { anna, post, picture }: Busy): string {
  const of = { accounts: anna.account.id, media: picture };
  const id = of[path.split('/')[3] as keyof typeof of] ?? post;
  return path.replace('{id}', id).replace('{hashtag}', 'archief').replace('{name}', 'archief');
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

describe.skipIf(!isThere)('every answer is what Mastodon documents', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  beforeAll(() => {
    ajv.addSchema(JSON.parse(readFileSync(SPEC, 'utf8')) as object, 'spec');
  });
  const schemaOf = (method: Method, path: string) =>
    ajv.compile({
      $ref: `spec#/paths/${escaped(path)}/${method}/responses/200/content/application~1json/schema`,
    });

  test('the check can fail', () => {
    expect(schemaOf('get', '/api/v1/statuses/{id}')({ id: '1', content: '' })).toBe(false);
  });

  test.each(CALLS)('$method $path', async ({ method, path, query, body }) => {
    const busy = await aBusyCommunity();
    const answer = await busy.server.request(`${fill(path, busy)}?${query?.(busy) ?? ''}`, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${busy.bram.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await answer.json()) as unknown;
    expect(answer.status, JSON.stringify(said)).toBe(200);
    const fits = schemaOf(method, path);
    fits(said);
    expect(fits.errors ?? []).toEqual([]);
  });
});
