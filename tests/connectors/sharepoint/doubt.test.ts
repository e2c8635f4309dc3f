import { expect, test } from 'vitest';
import type { Operation, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createSharePoint } from '@/utils/community/connectors/sharepoint/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';
import { FakeSharePoint, refusal, SITE } from './fake';

const account = anAccount('https://graph.microsoft.com', { member: { id: 'ann', handle: 'ann@contoso.be' } });
const textOf = (did: string) => `<p>Kop</p><p>Besluit: ${did}</p><p>Ref. DG-7F3K-2Q9D</p>`;
const send: Extract<Operation, { verb: 'send' }> = {
  ...{ verb: 'send', text: textOf('zo'), format: 'html', language: 'nl' },
  ...{ audience: 'members', placeId: SITE, key: 'k' },
};

/** A site, and what is answered in its place. */
function world() {
  const fake = new FakeSharePoint(() => START);
  const instead: (PlainResponse | null)[] = [];
  const http = async (request: PlainRequest) => succeed(instead.shift() ?? fake.answer(request));
  const say = (changes: Partial<typeof send> = {}) =>
    performWith<'send'>(
      createSharePoint(() => START),
      account,
      { ...send, ...changes },
      http,
    );
  return { fake, instead, say };
}

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
