import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Posted, postStatus } from '@/server/store/post-status';
import type { Schema } from '@/server/store/schema';
import { aMember, aServer } from './support';
import { words } from './words';

const RUNS = 12;
const LONG_ENOUGH = 90_000;
const HANDLES = ['anna', 'bram', 'carla'] as const;
type Handle = (typeof HANDLES)[number];

const idOf = (posted: Posted): string => (posted.kind === 'gone' ? posted.id : posted.status.id);

/** Carla listens to Bram: whatever he posts is told to her. */
async function aCommunity() {
  const server = await aServer();
  const [anna, bram, carla] = await Promise.all(HANDLES.map((handle) => aMember(server, handle)));
  if (!anna || !bram || !carla) throw new Error('nobody is there');
  const { db, communityId: community_id } = server.store();
  await db
    .insertInto('follows')
    .values({
      community_id,
      account_id: carla.account.id,
      target_id: bram.account.id,
      id: '1',
      state: 'accepted',
      reblogs: 1,
      notify: 1,
      created_at: '',
    })
    .execute();
  return { server, people: { anna, bram, carla }, made: [] as string[] };
}
type Community = Awaited<ReturnType<typeof aCommunity>>;

const TABLES = [
  'statuses',
  'idempotency',
  'equal_posts',
  'mentions',
  'status_tags',
  'notifications',
  'events',
  'post_counts',
  'search_texts',
] as const satisfies readonly (keyof Schema)[];
/** Which moment and number something got says nothing about it; nor does a hash of what has such a number in it. */
const BY_CHANCE = new Set(['notification_id', 'created_at', 'last_post_at', 'content_hash']);

/** All that stands, with posts by the order in which they were answered, and people by their handles. */
async function standing({ server, people, made }: Community): Promise<Record<string, string[]>> {
  const names = new Map(made.map((id, n) => [id, `post ${n}`]));
  for (const handle of HANDLES) names.set(people[handle].account.id, handle);
  const found: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await server.store().db.selectFrom(table).selectAll().execute();
    found[table] = rows
      .map((row) =>
        Object.entries(row)
          .filter(([column]) => !BY_CHANCE.has(column))
          .map(([column, value]) => {
            const isOwnId = column === 'id' && table !== 'statuses';
            return isOwnId ? '' : `${column}: ${names.get(String(value)) ?? value}`;
          })
          .join(', '),
      )
      .sort();
  }
  return found;
}

const posts = fc.array(
  fc.record({
    author: fc.constantFrom(...HANDLES),
    text: fc.constantFrom('Dossier', 'Selectielijst', 'Overdracht'),
    key: fc.constantFrom(null, 'een', 'twee', 'drie', 'vier'),
    names: fc.constantFrom<Handle | null>(null, null, 'anna', 'carla'),
    answersFirst: fc.boolean(),
    visibility: fc.constantFrom('public' as const, 'private' as const, 'direct' as const),
    tags: fc.subarray(['archief', 'depot']),
  }),
  { minLength: 1, maxLength: 14 },
);
type Planned = typeof posts extends fc.Arbitrary<readonly (infer Post)[]> ? Post : never;

function making({ server, people, made }: Community, run: number) {
  return async ({ author, text, key, names, answersFirst, visibility, tags }: Planned): Promise<Posted> => {
    const status = words(people[author].account.id, `${text} ${run}`, {
      visibility,
      tags,
      mentions: names === null ? [] : [people[names].account.id],
      inReplyToId: answersFirst ? (made[0] ?? null) : null,
    });
    return postStatus(server.store(), status, key === null ? null : `${key} ${run}`);
  };
}

/** How each was answered: made, or which earlier one stands for it. */
function note({ made }: Community, answers: readonly Posted[]): string[] {
  for (const answer of answers) if (!made.includes(idOf(answer))) made.push(idOf(answer));
  return answers.map((answer) => `${answer.kind} ${made.indexOf(idOf(answer))}`);
}

test(
  'whatever is posted together leaves the same behind as if it were posted one by one',
  async () => {
    const [together, oneByOne] = [await aCommunity(), await aCommunity()];
    for (const community of [together, oneByOne]) {
      const { people } = community;
      const first = words(people.anna.account.id, 'Het eerste');
      note(community, [await postStatus(community.server.store(), first, null)]);
    }
    let run = 0;
    await fc.assert(
      fc.asyncProperty(posts, async (planned) => {
        run += 1;
        const atOnce = await Promise.all(planned.map(making(together, run)));
        const inTurn: Posted[] = [];
        for (const each of planned) inTurn.push(await making(oneByOne, run)(each));
        expect(note(together, atOnce)).toEqual(note(oneByOne, inTurn));
        expect(await standing(together)).toEqual(await standing(oneByOne));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  LONG_ENOUGH,
);
