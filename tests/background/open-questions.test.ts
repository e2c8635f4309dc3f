import { describe, expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import type { Shared } from '@/utils/library/shelf';
import { aBackground, duePrompt, framed, NOW, popup } from '../support/background-world';
import { countRows } from '../support/count-rows';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must } from '../support/outbox-world';
import { aQuestion, aShared } from '../support/shared';

const community = aCommunity();
const question = (changes: Parameters<typeof aQuestion>[0] = {}): Shared =>
  aQuestion({ at: NOW - DAY_MS, ...changes, practice: { title: 'Wie heeft een aktenplan?' } });

/** Somebody just edited “Aktenplan”, so long ago, in a community that these questions stand in. */
async function aWorld(questions: readonly Shared[], { ago = HOUR_MS } = {}) {
  const world = aBackground();
  const rows = countRows(world.db);
  await keepCommunity(world.db, community, TOKEN);
  await world.db.prompts.add({ ...duePrompt, state: 'silent', createdAt: NOW - ago });
  await world.db.shared.bulkAdd([...questions]);
  const open = async () => must(await world.ask<'question:open'>('question:open', {}, popup));
  return { ...world, rows, open, titles: async () => (await open()).map(({ title }) => title) };
}

describe('open questions', () => {
  test('fit what was done in the last four hours, and what a list needs of them is all that is told', async () => {
    const { open } = await aWorld([question({ practice: {} })]);
    expect(await open()).toEqual([
      {
        ...{
          id: question().id,
          kind: 'question',
          title: 'Wie heeft een aktenplan?',
          excerpt: 'Wie weet het?',
        },
        ...{
          authorName: 'Bram Claes',
          at: NOW - DAY_MS,
          url: question().url,
          thanks: 0,
          thanked: false,
          canThank: true,
        },
      },
    ]);
    const late = await aWorld([question()], { ago: 4 * HOUR_MS });
    expect(await late.titles()).toEqual([]);
  });

  test('fit the system that it was done in, by the name that people give it', async () => {
    const inTitle = aQuestion({ at: NOW - 1, practice: { title: 'Waar staat het in DokuWiki?' } });
    const { titles } = await aWorld([inTitle]);
    expect(await titles()).toEqual([inTitle.practice.title]);
  });

  test('are not one’s own, not answered already, and not of a community that is not connected', async () => {
    const own = question({ postId: 'own', authorId: community.accountId });
    const answered = question({ postId: 'answered' });
    const answer = aShared({ postId: 'mine', authorId: community.accountId, answersId: 'answered', at: NOW });
    const waiting = question({ postId: 'waiting' });
    const elsewhere = question({ communityId: 'mastodon:https://another.example/1' });
    const { db, ask, titles } = await aWorld([own, answered, answer, waiting, elsewhere]);
    expect(await titles()).toHaveLength(1);
    const { draftId } = must(await ask<'shared:answer'>('shared:answer', { sharedId: waiting.id }, popup));
    expect(await titles()).toHaveLength(1); // only begun
    const draft = await db.drafts.get(draftId);
    await db.entries.add({ id: draftId, answers: draft?.answers, state: 'waiting' } as never);
    expect(await titles()).toEqual([]);
  });

  test('an answer goes to the community that asked, for no more readers than it has', async () => {
    const { db, ask } = await aWorld([question()]);
    await db.communities.update(community.id, { audiences: ['followers', 'public'] });
    const { draftId } = must(await ask<'shared:answer'>('shared:answer', { sharedId: question().id }, popup));
    expect((await db.drafts.get(draftId))?.answers).toEqual({
      ...{ entryId: null, postId: '1', title: 'Wie heeft een aktenplan?', placeId: null },
      ...{ communityId: community.id, audience: 'followers' },
    });
  });

  test('what is gone, or whose community is, is not answered', async () => {
    const { db, ask } = await aWorld([question()]);
    const gone = { ok: false, error: { code: 'shared-gone' } };
    expect(await ask('shared:answer', { sharedId: 'gone' }, popup)).toEqual(gone);
    await db.communities.clear();
    expect(await ask('shared:answer', { sharedId: question().id }, popup)).toEqual(gone);
    expect(await ask('shared:thank', { sharedId: question().id, on: true }, popup)).toEqual(gone);
  });

  test('a page’s frame hears only what goes with its own post, and cannot thank', async () => {
    const { ask } = await aWorld([question()]);
    const refused = { ok: false, error: { code: 'not-allowed' } };
    for (const [name, request] of [
      ['question:open', {}],
      ['question:open', { entryId: 'another' }],
      ['responses:read', {}],
      ['responses:read', { entryId: 'another' }],
      ['reply:answer', { entryId: 'another', postId: '1' }],
      ['shared:thank', { sharedId: question().id, on: true }],
      ['reply:thank', { entryId: 'another', postId: '1', on: true }],
    ] as const) {
      expect(await ask(name, request, framed)).toEqual(refused);
    }
  });

  test('ten thousand practices of colleagues are not read for them', async () => {
    const practices = Array.from({ length: 10_000 }, (_, n) => aShared({ postId: `p${n}`, at: NOW - n }));
    const { db, open, rows } = await aWorld([question()]);
    await db.shared.bulkAdd(practices);
    let found: unknown = null;
    const read = await rows.during(async () => {
      found = await open();
    });
    expect(found).toHaveLength(1);
    expect(read).toBeLessThanOrEqual(10);
  });
});
