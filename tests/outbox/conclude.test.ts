import { expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { beginConclusion, beginTelling } from '@/utils/outbox/conclude';
import { saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { resume } from '@/utils/outbox/resume';
import { render } from '@/utils/practice/render';
import { aCommunity, must, START, World } from '../support/outbox-world';
import { DUTCH } from '../support/practices';

const WIKI = aCommunity({ accountId: '9', name: 'Wiki', kind: 'page', connectedAt: START - 1 });

async function aDiscussion() {
  const world = await new World().connect();
  const first = await world.send('Mappen per zaak');
  await world.deliver();
  return { world, first };
}

async function concluded(world: World, entryId: string) {
  const begun = must(await beginConclusion(world.db, entryId, world));
  const practice = { ...begun.practice, did: 'Per zaak, en nooit per jaar.' };
  const change = { draftId: begun.id, revision: begun.revision, practice };
  return must(await saveDraft(world.db, change, world.clock));
}

const order = (draft: Awaited<ReturnType<typeof concluded>>, communityId: string | null) => ({
  ...{ draftId: draft.id, revision: draft.revision, communityId, placeId: null, restsUntil: null },
  ...({ audience: 'members', text: render(draft.practice, draft.reference, DUTCH) } as const),
});

test('a conclusion begins with the title and the topics of its discussion, and leads there', async () => {
  const { world, first } = await aDiscussion();
  const [receipt] = await world.db.receipts.toArray();
  const begun = must(await beginConclusion(world.db, first.id, world));
  expect(begun.practice).toMatchObject({
    kind: 'conclusion',
    title: 'Mappen per zaak',
    did: '',
    topics: first.practice.topics,
    link: receipt?.url,
  });
  expect(must(await beginConclusion(world.db, first.id, world)).id, 'one at a time').toBe(begun.id);
});

test('it stands on a page and nowhere else, and a practice never does', async () => {
  const { world, first } = await aDiscussion();
  await keepCommunity(world.db, WIKI, 'token');
  const draft = await concluded(world, first.id);
  const send = (communityId: string | null) =>
    enqueue(world.db, order(draft, communityId), { clock: world.clock, words: DUTCH });
  expect(await send(world.community.id)).toMatchObject({ error: { code: 'preview-changed' } });
  await expect(world.send('Een praktijk', { communityId: WIKI.id })).rejects.toThrow('preview-changed');
  expect(must(await send(WIKI.id))).toMatchObject({ communityId: WIKI.id, concludes: { entryId: first.id } });
});

test('written before there is a page for it, it waits for one', async () => {
  const { world, first } = await aDiscussion();
  const draft = await concluded(world, first.id);
  const entry = must(await enqueue(world.db, order(draft, null), { clock: world.clock, words: DUTCH }));
  await resume(world.db, world.now);
  expect(await world.entry(entry.id)).toMatchObject({ state: 'parked', reason: 'not-connected' });
  await keepCommunity(world.db, WIKI, 'token');
  await resume(world.db, world.now);
  expect(await world.entry(entry.id)).toMatchObject({ state: 'waiting', communityId: WIKI.id });
});

test('once it stands there, the discussion is told where', async () => {
  const { world, first } = await aDiscussion();
  const pages = aCommunity({ ...world.community, id: WIKI.id, kind: 'page', name: 'Wiki' });
  await keepCommunity(world.db, pages, 'token-of-ann');
  const draft = await concluded(world, first.id);
  const entry = must(await enqueue(world.db, order(draft, WIKI.id), { clock: world.clock, words: DUTCH }));
  await world.deliver();
  const url = (await world.db.receipts.get(entry.id))?.url ?? '';
  const told = must(
    await beginTelling(world.db, entry.id, { ...world, clock: world.clock, tell: (at) => `Zie ${at}` }),
  );
  expect(told).toMatchObject({
    practice: { kind: 'answer', did: `Zie ${url}` },
    answers: { postId: (await world.db.receipts.get(first.id))?.postId, communityId: world.community.id },
  });
});
