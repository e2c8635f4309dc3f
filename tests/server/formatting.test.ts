import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '@/utils/language/languages';
import { textFromHtml } from '@/utils/practice/html';
import { read } from '@/utils/practice/read';
import { render } from '@/utils/practice/render';
import { tidy } from '@/utils/practice/tidy';
import { aPractice, DUTCH, references, sendable, WORDINGS } from '../support/practices';
import { ask, say } from './people';
import { aMember, aServer, get, PASSWORD, post } from './support';
import { Visitor } from './visitor';

const RUNS = process.env.DEELGENOOT_LONG === '1' ? 1_000 : 50;
const MARKDOWN = { content_type: 'text/markdown' };

interface Status {
  readonly content: string;
  readonly tags: readonly { readonly name: string }[];
}

test.each(['plain', 'markdown'] as const)(
  'a practice in %s is the same when the server has served it',
  { timeout: 600_000 },
  async (format) => {
    const server = await aServer();
    const member = await aMember(server);
    await fc.assert(
      fc.asyncProperty(sendable, references, async (practice, reference) => {
        const text = render(practice, reference, WORDINGS[practice.language as Language], format);
        fc.pre(text.length < 5_000);
        const id = await say(server, member, text, format === 'markdown' ? MARKDOWN : {});
        const { body } = await get<Status>(server, member.token, `/api/v1/statuses/${id}`);
        expect(read(textFromHtml(body.content), WORDINGS)).toEqual({ practice: tidy(practice), reference });
        expect(
          body.content.replace(/<\/?(?:p|ul|ol|li|strong|em|span|br)\b[^<>]*>|<\/?a [^<>]*>|<\/a>/g, ''),
        ).not.toMatch(/[<>]/);
      }),
      { numRuns: RUNS },
    );
  },
);

test('Markdown is served as our own elements, with hashtags and addresses, and edited as what it is', async () => {
  const server = await aServer();
  const member = await aMember(server);
  const status = '**Vet** en *schuin* \\*niet\\* <b>\n\n- #archief\n- <https://a.be/x_y>\n\n1. een';
  const id = await say(server, member, status, MARKDOWN);
  const path = `/api/v1/statuses/${id}`;
  const { body } = await get<Status>(server, member.token, path);
  expect(body.content).toMatch(
    /^<p><strong>Vet<\/strong> en <em>schuin<\/em> \*niet\* &lt;b&gt;<\/p><ul><li><a /,
  );
  expect(body.content).toMatch(/href="https:\/\/a\.be\/x_y".*<\/li><\/ul><ol><li>een<\/li><\/ol>$/);
  expect(body.tags).toMatchObject([{ name: 'archief' }]);
  const source = () => get(server, member.token, `${path}/source`);
  expect((await source()).body).toMatchObject({ text: status, content_type: 'text/markdown' });
  const edit = (change: object) => ask<Status>(server, member, 'PUT', path, { ...change });
  expect((await edit({ status: '*nu*' })).body.content).toBe('<p><em>nu</em></p>');
  expect((await edit({ status: '*nu*', content_type: 'text/plain' })).body.content).toBe('<p>*nu*</p>');
  const history = await get<Status[]>(server, member.token, `${path}/history`);
  expect(history.body.map(({ content }) => content).slice(1)).toEqual(['<p><em>nu</em></p>', '<p>*nu*</p>']);
});

test('what the server cannot show as it was meant is refused, and it says what it can', async () => {
  const server = await aServer();
  const member = await aMember(server);
  const html = { status: '<b>x</b>', content_type: 'text/html' };
  expect((await ask(server, member, 'POST', '/api/v1/statuses', html)).status).toBe(422);
  for (const path of ['/api/v1/instance', '/api/v2/instance']) {
    expect((await get(server, member.token, path)).body).toMatchObject({
      configuration: { statuses: { supported_mime_types: ['text/plain', 'text/markdown'] } },
    });
  }
});

test('the pages of the server show Markdown, and plain text as it was typed', async () => {
  const server = await aServer();
  const member = await aMember(server, 'anna');
  const visitor = new Visitor(server);
  await visitor.signIn('anna', PASSWORD);
  const practice = aPractice({ title: '', did: '**Eerst** kijken. <b>\n\n- dan\n- doen' });
  const open = async (id: string) => (await visitor.open(`/@anna/${id}`)).text();
  const marked = await open(
    await say(server, member, render(practice, 'DG-1234-ABCD', DUTCH, 'markdown'), MARKDOWN),
  );
  expect(marked).toContain('<h1>Eerst kijken</h1>');
  expect(marked).toContain(
    '<p><strong>Eerst</strong> kijken. &lt;b&gt;</p><ul><li>dan</li><li>doen</li></ul>',
  );
  const { body } = await post(server, member.token, render(practice, 'DG-1234-ABCE', DUTCH));
  expect(await open(body.id)).toContain('<p>**Eerst** kijken. &lt;b&gt;</p>');
});
