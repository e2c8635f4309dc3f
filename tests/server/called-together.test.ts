import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionsOf, tagsOf } from '@/server/content';
import { aWorld, kept, say } from './calling';

const RUNS = 10;
const LONG_ENOUGH = 90_000;

type World = Awaited<ReturnType<typeof aWorld>>;

const posts = fc.array(
  fc.record({
    author: fc.constantFrom('anna' as const, 'mia' as const),
    calls: fc.shuffledSubarray(
      ['#kring', '#plein', '#bram', '#los', '@kring', '@plein', '@bram', '@niemand'],
      {
        maxLength: 3,
      },
    ),
    chosen: fc.constantFrom(null, null, null, 'kring' as const, 'plein' as const),
    visibility: fc.constantFrom('public', 'unlisted', 'direct'),
    hasKey: fc.constantFrom(true, true, true, false),
  }),
  { minLength: 1, maxLength: 12 },
);
type Planned = typeof posts extends fc.Arbitrary<readonly (infer Post)[]> ? Post : never;

/** What has to become of a post; null: it is refused. */
function expected({ kring, plein, bram }: World, { author, calls, chosen, visibility }: Planned) {
  const text = calls.join(' ');
  const places = { kring, plein };
  const placeIn = (handles: readonly string[]) =>
    handles.flatMap((handle) => (handle === 'kring' || handle === 'plein' ? [places[handle]] : []))[0];
  const meant = chosen === null ? placeIn(mentionsOf(text)) : places[chosen];
  if (meant !== undefined && author !== 'anna') return null;
  const place = meant ?? (author === 'anna' ? placeIn(tagsOf(text)) : undefined);
  return {
    place_id: place?.id ?? null,
    visibility: place === kring && visibility !== 'direct' ? 'private' : visibility,
    mentions: calls.includes('@bram') ? [bram.account.id] : [],
  };
}

test(
  'what is posted at one moment goes each where it belongs, whomever its neighbours call',
  async () => {
    const world = await aWorld();
    let made = 0;
    await fc.assert(
      fc.asyncProperty(posts, async (planned) => {
        const answers = await Promise.all(
          planned.map(({ author, calls, chosen, visibility, hasKey }) => {
            made += 1;
            const status = `${made} ${calls.join(' ')}`;
            const place_id = chosen === null ? undefined : world[chosen].id;
            const said = { status, visibility, place_id };
            return say(world.server, world[author], said, hasKey ? `${made}` : undefined);
          }),
        );
        for (const [n, each] of planned.entries()) {
          const answer = answers[n];
          const wanted = expected(world, each);
          expect(answer?.status).toBe(wanted === null ? 422 : 200);
          if (wanted !== null) expect(await kept(world.server, answer?.body.id ?? '')).toEqual(wanted);
        }
      }),
      { numRuns: RUNS },
    );
  },
  LONG_ENOUGH,
);
