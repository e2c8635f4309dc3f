import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Operation, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { must, START } from '../../support/outbox-world';
import { FakeDiscourse } from './fake';
import { DISCOURSE, LENIENT } from './specimen';

/** Discourse's published OpenAPI document, where a checkout has it beside it. */
const SPEC = '../shared/specs/discourse.openapi.json';

/** Not in the document; each stands in the platform's source. */
const UNDOCUMENTED = [
  'GET /session/current.json',
  'GET /site/settings.json',
  'GET /posts/by_number/{topic}/{number}.json',
  'GET /posts/{username}/pending.json',
  'GET /u/{username}/activity.json',
  'DELETE /post_actions/{id}.json',
];

type Json = Record<string, unknown>;
interface Documented {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
  readonly responses: Record<
    string,
    { readonly content?: { readonly 'application/json': { readonly schema: Json } } }
  >;
}

const ajv = new Ajv({ strict: false });

test.skipIf(!existsSync(SPEC))('asks and hears what Discourse publishes', async () => {
  const { paths } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
    paths: Record<string, Record<string, Documented>>;
  };
  const undocumented = new Set<string>();
  for (const { request, response } of await exchanges()) {
    const { pathname, searchParams } = new URL(request.url);
    const asked = `${request.method} ${pathname.replace('/forum', '')}`;
    const path = Object.keys(paths).find((known) => patternOf(known).test(asked.split(' ')[1] ?? ''));
    const documented = paths[path ?? '']?.[request.method.toLowerCase()];
    if (documented === undefined) {
      undocumented.add(patternsOfUndocumented(asked));
      continue;
    }
    const names = (documented.parameters ?? []).map(({ name }) => name);
    const known = [...names, 'include_raw', 'post_ids[]'];
    expect(
      [...searchParams.keys()].filter((name) => !known.includes(name)),
      asked,
    ).toEqual([]);
    const sent = documented.requestBody?.content['application/json'].schema;
    // A title goes along with the first post of a topic, as its source takes it; the document leaves it out.
    const { title, ...body } = JSON.parse(request.body ?? '{}');
    if (sent !== undefined && request.method !== 'GET')
      expect(
        errorsOf(sent, request.method === 'PUT' ? body : JSON.parse(request.body ?? '{}')),
        asked,
      ).toEqual([]);
    const answered = documented.responses['200']?.content?.['application/json'].schema;
    if (answered !== undefined && isWhole(path))
      expect(errorsOf(loosened(answered), JSON.parse(response.text)), asked).toEqual([]);
  }
  expect([...undocumented].toSorted()).toEqual(UNDOCUMENTED.toSorted());
});

/** Of a whole site, or a topic, the fake says only what we read. */
function isWhole(path: string | undefined): boolean {
  return path !== '/site.json' && !path?.startsWith('/t/');
}

/** Everything that we ask, as the fake hears it. */
async function exchanges() {
  const heard: { readonly request: PlainRequest; readonly response: PlainResponse }[] = [];
  const fake = new FakeDiscourse(() => START, LENIENT);
  const { platform, account } = DISCOURSE;
  const ask = <V extends Operation['verb']>(operation: Extract<Operation, { verb: V }>) =>
    performWith<V>(
      platform.connector(() => START),
      { ...account, member: { id: '11', handle: 'ann' } },
      operation,
      async (request) => {
        const response = fake.answer(request);
        heard.push({ request, response });
        return succeed(response);
      },
    );
  const send = {
    verb: 'send',
    language: 'nl',
    audience: 'members',
    placeId: '5',
    key: 'k',
    format: 'markdown',
  } as const;
  await ask<'capabilities'>({ verb: 'capabilities' });
  await ask<'capabilities'>({ verb: 'capabilities', earlier: { step: 'name' } });
  await ask<'me'>({ verb: 'me' });
  await ask<'places'>({ verb: 'places', memberId: '11' });
  const { ref } = must(await ask<'send'>({ ...send, text: 'Een titel\n\nRef. DG-AAAA-1111' }));
  await ask<'send'>({ ...send, text: 'Dat doen wij ook.', replyTo: ref.id });
  await ask<'send'>({ ...send, text: 'Een titel\n\nAnders. Ref. DG-AAAA-1111', edits: ref.id });
  await ask<'find'>({ verb: 'find', marker: 'DG', since: 0, authorId: '11', cursor: '2000000' });
  await ask<'find'>({ verb: 'find', marker: '', since: 0, authorId: '11' });
  await ask<'find'>({ verb: 'find', marker: 'DG', since: 0, authorId: '11', cursor: 'held' });
  await ask<'thread'>({ verb: 'thread', postId: ref.id });
  await ask<'thread'>({ verb: 'thread', postId: ref.id, earlier: { found: [], rest: ['1010'] } });
  await ask<'mark'>({ verb: 'mark', postId: ref.id, on: true });
  await ask<'mark'>({ verb: 'mark', postId: ref.id, on: false });
  await ask<'remove'>({ verb: 'remove', postId: ref.id });
  return heard;
}

function errorsOf(schema: Json, value: unknown): readonly unknown[] {
  return ajv.validate(schema, value) ? [] : (ajv.errors ?? []);
}

/** The document was made from examples: whatever was empty there is text, and nothing may be added. */
function loosened(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema), (name, value) => {
    if (name === 'additionalProperties') return undefined;
    if (name === 'reply_to_post_number') return { type: ['integer', 'null'] };
    return value;
  });
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\./gu, '\\.').replace(/\{[^}]+\}/gu, '[^/]+')}$`);
}

function patternsOfUndocumented(asked: string): string {
  return (
    UNDOCUMENTED.find((known) => {
      const [method = '', path = ''] = known.split(' ');
      return asked.startsWith(`${method} `) && patternOf(path).test(asked.slice(method.length + 1));
    }) ?? asked
  );
}
