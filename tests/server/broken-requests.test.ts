import { expect, test, vi } from 'vitest';
import { call, say } from './a-community';
import { aMember, aServer } from './support';

const PATHS = [
  '/api/v1/statuses/%00',
  '/api/v1/statuses/1%00',
  '/api/v1/statuses/%00/context',
  '/api/v1/accounts/%00/statuses',
  '/api/v1/timelines/tag/a%00',
  '/api/v1/tags/%00',
  '/api/v2/notifications/favourite-%00',
  '/api/v2/notifications/%00',
  '/api/v2/notifications/follow-%00',
  '/api/deelgenoot/v1/invitations/%00',
  '/invitation/%00',
  '/reset/%00',
  '/tags/%00',
  '/@anna%00',
  '/@anna/%00',
  '//[',
  '//',
  '/%',
  '/%zz',
  '/api/v1/statuses/%zz',
  '/api/v1/../../etc/passwd',
  '/api/v1/statuses/%ED%A0%80',
  '/api/v1/streaming/%00/x/y',
  '/search?q=%00',
  '/search?q=%ED%A0%80&page=99999999999999999999',
  '/api/v2/search?q=%22',
  "/api/v2/search?q='+OR+1=1",
  '/api/v2/search?q=*:*+AND+NEAR(a+b)',
  '/api/v2/search?q=%00&offset=9e99',
  '/api/v2/search?q=a&account_id=%00&max_id=x',
  '/api/v1/directory?offset=-1&limit=-4',
  '/api/v1/timelines/home?max_id=99999999999999999999999999999&min_id=abc&since_id=-1&limit=1e9',
  '/api/v1/markers?timeline[]=__proto__',
  '/api/v1/accounts/search?q=%25',
  '/api/v1/accounts/99999999999999999999999999999999',
  '/api/v1/statuses?id[]=a&id[]=%00&id[__proto__]=x',
];

test.each(PATHS)('%s is answered, and never by a failure of the server', async (path) => {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  await say(server, anna, 'Een #a');
  for (const method of ['GET', 'POST', 'DELETE', 'PUT', 'HEAD', 'OPTIONS', 'PATCH']) {
    const response = await server.request(path, {
      method,
      headers: { authorization: `Bearer ${anna.token}` },
    });
    expect(response.status, `${method} ${path}`).toBeLessThan(500);
  }
  expect(failed).not.toHaveBeenCalled();
  failed.mockRestore();
  expect((await call(server, anna, 'GET', '/api/v1/timelines/home')).status).toBe(200);
});

test('the languages of a page that is not there lead nowhere else', async () => {
  const server = await aServer();
  const html = await (await server.request('//elsewhere.example/x')).text();
  expect(html).toContain('href="/elsewhere.example/x?taal=nl"');
  expect(html).not.toContain('="//');
});
