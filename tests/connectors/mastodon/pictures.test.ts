import { describe, expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { createHttp } from '@/utils/community/http';
import { performWith } from '@/utils/community/perform';
import { fail, succeed } from '@/utils/kernel/result';
import { readFile } from '../../server/pictures/sending';
import { aMember, aServer, get, ORIGIN } from '../../server/support';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import { aPlainJpeg } from '../../support/picture-files';

const account = anAccount('https://social.example');
const connector = createMastodon(() => START);
const picture = { bytes: aPlainJpeg(), type: 'image/jpeg', description: 'Een kast' } as const;
const attach: Extract<Operation, { verb: 'attach' }> = { verb: 'attach', picture };
const answer = (status: number, body: unknown) => ({ status, headers: {}, text: JSON.stringify(body) });
const send = {
  verb: 'send',
  text: 'Kijk',
  language: 'nl',
  audience: 'members',
  placeId: null,
  key: 'k',
} as const;

describe('a picture on its way to a server that speaks Mastodon', () => {
  test('goes as a form, under a name that tells nothing', () => {
    expect(connector.build(attach, account)).toEqual({
      method: 'POST',
      url: 'https://social.example/api/v2/media',
      headers: { accept: 'application/json', authorization: 'Bearer secret' },
      form: [
        { name: 'file', filename: 'picture.jpeg', type: 'image/jpeg', bytes: picture.bytes },
        { name: 'description', text: 'Een kast' },
      ],
    });
  });

  test('is waited for where the server is still at work on it', async () => {
    const answers = [
      answer(202, { id: '7', url: null }),
      answer(206, { id: '7' }),
      answer(200, { id: '7', url: 'x' }),
    ];
    const asked: string[] = [];
    const done = await performWith<'attach'>(connector, account, attach, async ({ method, url }) => {
      asked.push(`${method} ${url}`);
      return succeed(answers.shift() ?? answer(500, {}));
    });
    expect(done).toEqual(succeed({ mediaId: '7' }));
    expect(asked).toEqual([
      'POST https://social.example/api/v2/media',
      'GET https://social.example/api/v1/media/7',
      'GET https://social.example/api/v1/media/7',
    ]);
  });

  test.each([
    [
      422,
      { error: 'Validation failed: File is invalid' },
      { kind: 'invalid', message: 'Validation failed: File is invalid' },
    ],
    [413, {}, { kind: 'too-long' }],
    [503, {}, { kind: 'retry', applied: 'unknown', answered: true }],
    [200, 'a page', { kind: 'retry', applied: 'unknown', answered: false }],
  ] as const)('an answer %i tells what became of it', (status, body, failure) => {
    expect(connector.read(attach, answer(status, body), account)).toEqual(fail(failure));
  });

  test('is named by its post; an edit that shows none any more says so', () => {
    const body = (more: object) => JSON.parse(connector.build({ ...send, ...more }, account).body ?? '');
    expect(body({ mediaIds: ['7', '8'] }).media_ids).toEqual(['7', '8']);
    expect(body({ mediaIds: [], edits: '1' }).media_ids).toEqual([]);
    expect('media_ids' in body({})).toBe(false);
  });

  test.each([
    ['four, of both kinds', 4, ['image/jpeg', 'image/png', 'image/gif'], 4],
    ['as many as a text may name', 16, ['image/png', 'image/jpeg'], 4],
    ['none of one of our kinds', 4, ['image/jpeg'], 0],
    ['none', 0, ['image/jpeg', 'image/png'], 0],
  ])(
    'a server says how many it takes: %s',
    (_what, max_media_attachments, supported_mime_types, pictures) => {
      const configuration = {
        statuses: { max_media_attachments },
        media_attachments: { supported_mime_types },
      };
      const said = answer(200, { title: 'Huis', version: '4.4.0', configuration });
      expect(connector.read({ verb: 'capabilities' }, said, account)).toMatchObject({ value: { pictures } });
      expect(
        connector.read({ verb: 'capabilities' }, answer(200, { title: 'Huis', version: '4.4.0' }), account),
      ).toMatchObject({ value: { pictures: 0 } });
    },
  );
});

test('our own server takes it, and its post shows it', async () => {
  const server = await aServer();
  const { token } = await aMember(server);
  const there = anAccount(ORIGIN, { token });
  const http = createHttp(async (url, init) => server.request(String(url).slice(ORIGIN.length), init));
  const sent = await performWith<'attach'>(connector, there, attach, http);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const mediaIds = [sent.value.mediaId];
  const posted = await performWith<'send'>(connector, there, { ...send, mediaIds }, http);
  if (!posted.ok) throw new Error(JSON.stringify(posted.error));
  const { body } = await get<{ media_attachments: { description: string; url: string }[] }>(
    server,
    token,
    `/api/v1/statuses/${posted.value.ref.id}`,
  );
  expect(body.media_attachments).toMatchObject([{ description: 'Een kast' }]);
  expect((await readFile(server, body.media_attachments[0]?.url ?? '')).bytes).toEqual(picture.bytes);
  const again = await performWith<'send'>(connector, there, { ...send, mediaIds }, http);
  expect(again).toMatchObject({ value: { ref: posted.value.ref } });
});
