import { describe, expect, test } from 'vitest';
import type { Operation, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createSharePoint } from '@/utils/community/connectors/sharepoint/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';
import { FakeSharePoint, refusal, SITE } from './fake';

const account = anAccount('https://graph.microsoft.com', { member: { id: 'ann', handle: 'ann@contoso.be' } });
const connector = createSharePoint(() => START);
type Send = Extract<Operation, { verb: 'send' }>;

const textOf = (did: string) =>
  `<p>Kop</p><p>Besluit: ${did}</p><p>Zie ook Ref. DG-0000-0000</p><p>Ref. DG-7F3K-2Q9D</p>`;
const send: Send = {
  verb: 'send',
  text: textOf('zo'),
  format: 'html',
  language: 'nl',
  audience: 'members',
  placeId: SITE,
  key: 'k',
};

/** What is asked, and what is answered in the place of the platform. */
function world(fake = new FakeSharePoint(() => START)) {
  const asked: string[] = [];
  const instead: (PlainResponse | null)[] = [];
  const http = async (request: PlainRequest) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url).replace(/^.*\/(pages|\$batch)/, '$1')}`);
    return succeed(instead.shift() ?? fake.answer(request));
  };
  const say = (changes: Partial<Send> = {}) =>
    performWith<'send'>(connector, account, { ...send, ...changes }, http);
  return { fake, asked, instead, say };
}

describe('a new page', () => {
  test('is called by the reference that it ends with, and then published', async () => {
    const { asked, say, fake } = world();
    const { ref, held } = must(await say());
    expect(asked).toEqual(['POST pages', 'POST $batch']);
    expect(held).toBe(false);
    expect(ref).toEqual({
      id: `${SITE}/page-1`,
      url: 'https://contoso.sharepoint.com/sites/archief/SitePages/dg-7f3k-2q9d.aspx',
      version: '"{page-1},2"',
    });
    expect(fake.posts()[0]?.text).toContain('Kop <p>Besluit: zo</p>');
  });

  test('without a reference it is called by its key; without a title by its reference, which comes not back', async () => {
    const { say, fake } = world();
    const { ref } = must(await say({ text: '<p>Een alinea</p>', key: 'Sleutel 1' }));
    expect(ref.url).toMatch(/\/sleutel-1\.aspx$/);
    must(await say({ text: '<p>Kort. Ref. DG-AAAA-1111</p>' }));
    expect(fake.posts().map(({ text }) => text)).toEqual([
      'Sleutel 1 <p>Een alinea</p>',
      'DG-AAAA-1111 <p>Kort. Ref. DG-AAAA-1111</p>',
    ]);
    const find = { verb: 'find', marker: 'DG-AAAA-1111', since: 0, authorId: null, placeId: SITE } as const;
    const answer = fake.answer(connector.build(find, account));
    expect(connector.read(find, answer, account)).toMatchObject({
      value: { posts: [{ text: 'Kort. Ref. DG-AAAA-1111', authorId: 'ann', authorName: 'Ann Aerts' }] },
    });
  });

  test.each(['refused', 'numbered'] as const)(
    'a name that is taken is %s: there is one page all the same',
    async (taken) => {
      const { say, fake, asked } = world(new FakeSharePoint(() => START, taken));
      const { ref } = must(await say());
      const again = must(await say());
      expect(again.ref).toEqual(ref);
      expect(fake.posts().map(({ id }) => id)).toEqual([ref.id]);
      expect(asked.length).toBeLessThanOrEqual(6);
    },
  );

  test.each(['refused', 'numbered'] as const)(
    'what was made and not published is finished (%s)',
    async (taken) => {
      const { say, fake, instead } = world(new FakeSharePoint(() => START, taken));
      instead.push(null, refusal(403, 'accessDenied', 'Access denied'));
      expect(await say()).toMatchObject({ error: { kind: 'auth', why: 'forbidden' } });
      const { ref, held } = must(await say({ text: textOf('anders'), key: 'k2' }));
      expect(held).toBe(false);
      expect(fake.posts()).toEqual([
        expect.objectContaining({ id: ref.id, text: expect.stringContaining('anders') }),
      ]);
    },
  );

  test('what readers saw already is left as it is, whoever changed it since', async () => {
    const { say, fake } = world();
    const { ref } = must(await say());
    fake.change(ref.id, 'Van iemand anders');
    must(await say());
    expect(fake.posts()[0]?.text).toContain('Van iemand anders');
  });

  test('a limit after the page was made says nothing of whether it is there', async () => {
    const { say, instead } = world();
    const limited = refusal(429, 'TooManyRequests', 'x', { 'retry-after': '3' });
    instead.push(null, limited);
    expect(await say()).toMatchObject({ error: { kind: 'retry', applied: 'unknown', afterMs: 3_000 } });
    instead.push(limited);
    expect(await say({ text: textOf('x').replace('7F3K', 'BBBB') })).toMatchObject({
      error: { applied: 'no' },
    });
  });

  test('one that waits for approval is held', async () => {
    const { say, fake } = world();
    fake.moderation.holds = true;
    expect(must(await say()).held).toBe(true);
  });
});

describe('an update', () => {
  const made = async () => {
    const it = world();
    const { ref } = must(await it.say());
    it.asked.length = 0;
    const basedOn = ref.version ?? '';
    return {
      ...it,
      ref,
      update: (changes: Partial<Send> = {}) =>
        it.say({ edits: ref.id, placeId: null, text: textOf('anders'), basedOn, ...changes }),
    };
  };

  test('is two requests, and gives the version to go on from', async () => {
    const { update, asked, ref } = await made();
    const next = must(await update());
    expect(asked).toEqual(['GET pages/page-1/microsoft.graph.sitePage?$expand=canvasLayout', 'POST $batch']);
    expect(next.ref).toEqual({ ...ref, version: '"{page-1},4"' });
    expect(await update()).toMatchObject({ ok: true }); // what stands there is what would be written
    expect(await update({ text: textOf('nog anders') })).toMatchObject({ error: { kind: 'conflict' } });
  });

  test('of which nobody knows on what it is based is written', async () => {
    const { say, ref, fake } = await made();
    fake.change(ref.id, 'Van iemand anders');
    must(await say({ edits: ref.id, text: textOf('anders') }));
    expect(fake.posts()[0]?.text).toContain('anders');
  });

  test('whose answer was lost is no conflict with itself', async () => {
    const { update, instead, fake, asked } = await made();
    instead.push(null, { status: 502, headers: {}, text: '<html>' });
    expect(await update()).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
    expect(await update()).toMatchObject({ ok: true });
    expect(fake.posts()).toHaveLength(1);
    expect(asked.length).toBe(4);
  });

  test('that was written and not published is published', async () => {
    const { update, fake } = await made();
    fake.moderation.holds = true;
    expect(must(await update()).held).toBe(true);
    fake.moderation.holds = false;
    expect(must(await update()).held).toBe(false);
  });

  test('of several in one, the first that was refused says why', async () => {
    const { update, instead } = await made();
    const batch = (...statuses: number[]) => ({
      status: 200,
      headers: {},
      text: JSON.stringify({ responses: statuses.map((status, id) => ({ id: String(id), status })) }),
    });
    instead.push(null, batch(423, 424, 424));
    expect(await update()).toMatchObject({ error: { kind: 'retry', applied: 'no' } });
    instead.push(null, batch(200, 429, 424));
    expect(await update()).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
    instead.push(null, batch(412, 424, 424));
    expect(await update()).toMatchObject({ error: { kind: 'conflict' } });
    instead.push(null, batch(200, 204));
    expect(await update()).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
  });
});

test('a page that was published, and cannot be read at once, is none that was refused', async () => {
  const { say, instead } = world();
  const responses = [
    { id: '0', status: 204 },
    { id: '1', status: 404, body: { error: { code: 'itemNotFound', message: 'x' } } },
  ];
  instead.push(null, { status: 200, headers: {}, text: JSON.stringify({ responses }) });
  expect(await say()).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
});

test('a page of another name is never written over, though the site lists it', async () => {
  const { say, fake, instead } = world();
  must(await say({ text: textOf('van een ander').replace('7F3K', 'AAAA') }));
  const [other] = fake.posts();
  const name = 'notulen.aspx';
  const listed = { id: 'page-1', name, title: 'x', publishingState: { level: 'draft', versionId: '0.1' } };
  instead.push(refusal(409, 'nameAlreadyExists', 'x'), {
    status: 200,
    headers: {},
    text: JSON.stringify({ value: [listed] }),
  });
  expect(await say()).toMatchObject({ error: { kind: 'retry', applied: 'unknown' } });
  expect(fake.posts()[0]?.text).toBe(other?.text);
  expect(fake.posts()[0]?.text).toContain('van een ander');
});

test('without a site nothing is made', async () => {
  const { say, asked } = world();
  expect(await say({ placeId: null })).toMatchObject({ error: { kind: 'gone' } });
  expect(asked[0]).toMatch(/^GET .*\/me\?/);
});
