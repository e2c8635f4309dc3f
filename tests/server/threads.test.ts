import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call, idsOf, type Member, type Shown, say } from './a-community';
import { aMember, aServer, type Server } from './support';

interface Context {
  readonly ancestors: readonly Shown[];
  readonly descendants: readonly Shown[];
}

const contextOf = async (server: Server, who: Member, id: string) =>
  (await call<Context>(server, who, 'GET', `/api/v1/statuses/${id}/context`)).body;

/** Each post answers the one at this place before it; some only their author sees, some are deleted later. */
const TREE = fc.array(
  fc.record({
    answers: fc.nat(),
    hidden: fc.nat(5).map((n) => n === 0),
    gone: fc.nat(5).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('a conversation', () => {
  test('holds every readable answer once, behind what it answers, and depth first', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    let round = 0;
    await fc.assert(
      fc.asyncProperty(TREE, async (tree) => {
        round += 1;
        const root = await say(server, anna, `Wortel ${round}`);
        const made = [root];
        const parents = new Map<string, string>();
        for (const [n, { answers, hidden }] of tree.entries()) {
          const parent = made[answers % made.length] ?? root;
          const more = { in_reply_to_id: parent.id, visibility: hidden ? 'direct' : 'public' };
          const answer = await say(server, anna, `Antwoord ${round}.${n}`, more);
          parents.set(answer.id, parent.id);
          made.push(answer);
        }
        const gone = made.filter((_, n) => tree[n - 1]?.gone);
        for (const { id } of gone) await call(server, anna, 'DELETE', `/api/v1/statuses/${id}`);
        const readable = made.slice(1).filter((post, n) => tree[n]?.hidden === false && !gone.includes(post));
        const { ancestors, descendants } = await contextOf(server, joris, root.id);
        const shown = idsOf(descendants);
        expect(ancestors).toEqual([]);
        expect(shown.toSorted()).toEqual(idsOf(readable));
        expect(shown).toEqual(depthFirst(root.id, idsOf(made), parents).filter((id) => shown.includes(id)));
      }),
      { numRuns: 12 },
    );
  });

  test('begins with what was said first, past what is hidden or deleted', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const line = [await say(server, anna, 'Begin')];
    for (const [n, visibility] of ['public', 'direct', 'public', 'public', 'public'].entries())
      line.push(await say(server, anna, `Vervolg ${n}`, { in_reply_to_id: line.at(-1)?.id, visibility }));
    await call(server, anna, 'DELETE', `/api/v1/statuses/${line[3]?.id}`);
    const { ancestors } = await contextOf(server, joris, line.at(-1)?.id ?? '');
    expect(idsOf(ancestors)).toEqual([line[0], line[1], line[4]].map((post) => post?.id));
    const { descendants } = await contextOf(server, joris, line[0]?.id ?? '');
    expect(idsOf(descendants)).toEqual([line[1], line[4], line[5]].map((post) => post?.id));
  });

  test('of sixty answers, each to the one before, is whole', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const line = [await say(server, anna, 'Begin')];
    for (let n = 0; n < 60; n += 1)
      line.push(await say(server, anna, `Vervolg ${n}`, { in_reply_to_id: line.at(-1)?.id }));
    const { ancestors } = await contextOf(server, anna, line.at(-1)?.id ?? '');
    const { descendants } = await contextOf(server, anna, line[0]?.id ?? '');
    expect([idsOf(ancestors), idsOf(descendants)]).toEqual([idsOf(line).slice(0, -1), idsOf(line).slice(1)]);
  });

  test('counts only the answers that the reader may see', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const { id } = await say(server, anna, 'Vraag');
    for (const visibility of ['public', 'direct'])
      await say(server, anna, visibility, { in_reply_to_id: id, visibility });
    const count = async (who: Member) =>
      (await call(server, who, 'GET', `/api/v1/statuses/${id}`)).body.replies_count;
    expect([await count(anna), await count(joris)]).toEqual([2, 1]);
  });
});

function depthFirst(root: string, ids: readonly string[], parents: ReadonlyMap<string, string>): string[] {
  const answers = ids.filter((id) => parents.get(id) === root);
  return answers.flatMap((id) => [id, ...depthFirst(id, ids, parents)]);
}
