import { expect, test } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { createMediawiki } from '@/utils/community/connectors/mediawiki/connector';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import { Person } from '../kit/person';
import { json } from '../kit/specimen';
import { MEDIAWIKI } from './specimen';

const connector = createMediawiki(() => START);
const account = anAccount('https://wiki.example');
const REFERENCE = 'DG-7F3K-2Q9D';

test('an edit of ours that cannot be read is not none', () => {
  const find = { verb: 'find', marker: REFERENCE, since: START, authorId: '1' } as const;
  const edit = { pageid: 5, comment: `Ref. ${REFERENCE} (Deelgenoot)`, timestamp: null };
  const edits = json(200, { query: { usercontribs: [edit] } });
  expect(connector.read(find, edits, account)).toMatchObject({ ok: false });
});

test('a page of ours whose text cannot be read is not none', () => {
  const cursor = JSON.stringify({ pages: [['5', START, '1', 'Ann']], next: null });
  const find = { verb: 'find', marker: REFERENCE, since: START, authorId: '1', cursor } as const;
  const pages = json(200, { query: { pages: [{ pageid: 5, title: 'Besluit', revisions: [{ revid: 7 }] }] } });
  expect(connector.read(find, pages, account)).toMatchObject({ ok: false });
  const gone = json(200, { query: { pages: [{ pageid: 5, missing: true }] } });
  expect(connector.read(find, gone, account)).toMatchObject({ value: { posts: [] } });
});

test('a page whose versions cannot be read is not gone', () => {
  const words = { text: `B\n\nT\n\nRef. ${REFERENCE}`, language: 'nl', audience: 'members' } as const;
  const send = { verb: 'send', ...words, placeId: null, key: 'k', edits: '5', basedOn: '7' } as const;
  const page = { pageid: 5, title: 'B', revisions: [{ sha1: 'a' }] };
  const look = json(200, { query: { tokens: { csrftoken: 't' }, pages: [page] } });
  expect(connector.read(send, look, account)).toMatchObject({ ok: false, error: { kind: 'retry' } });
});

interface OldPage {
  readonly revisions?: { slots?: { readonly main: { readonly content: string } }; content?: string }[];
}

/** As wikis before 1.32 answer, which know no slots. */
function withoutSlots(answer: PlainResponse): PlainResponse {
  const body = JSON.parse(answer.text);
  const pages: readonly OldPage[] = body.query?.pages ?? [];
  for (const revision of pages.flatMap(({ revisions = [] }) => revisions)) {
    if (revision.slots !== undefined) revision.content = revision.slots.main.content;
    delete revision.slots;
  }
  return { ...answer, text: JSON.stringify(body) };
}

test('a wiki that knows no slots has a page once, though an answer was lost', async () => {
  const person = await Person.connected(MEDIAWIKI);
  const plain = person.fake.answer.bind(person.fake);
  person.fake.answer = (request) => withoutSlots(plain(request));
  const entry = await person.send('Besluit');
  person.line.faults.push('lost after');
  await person.deliver();
  await person.settle(entry);
  expect(person.count(entry)).toBe(1);
});
