import { expect, test } from 'vitest';
import { aPlace, call, follow, type Member, type Shown, say } from './a-community';
import { aMember, aServer, type Server } from './support';

const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const;
const WHERE = ['nowhere', 'open', 'closed'] as const;
const READERS = ['author', 'follower', 'member', 'named', 'stranger'] as const;
type Reader = (typeof READERS)[number];

/** Who may read a post, said as the promise says it and not as the query does. */
function readers(
  visibility: (typeof VISIBILITIES)[number],
  where: (typeof WHERE)[number],
): readonly Reader[] {
  const everybody = visibility === 'public' || visibility === 'unlisted';
  if (visibility === 'direct') return ['author', 'named'];
  if (where === 'closed') return ['author', 'member', 'named'];
  if (everybody) return READERS;
  return where === 'open' ? ['author', 'member', 'named'] : ['author', 'follower', 'named'];
}

async function theCommunity(server: Server) {
  const people = {} as Record<Reader, Member>;
  for (const reader of READERS) people[reader] = await aMember(server, reader);
  await follow(server, people.follower.account, people.author.account);
  for (const locked of [false, true]) {
    const place = await aPlace(server, locked ? 'closed' : 'open', locked);
    for (const reader of ['author', 'member'] as const) await follow(server, people[reader].account, place);
  }
  return people;
}

/** Every way in which somebody could come to see it. */
async function seenIn(server: Server, reader: Member, { id }: Shown, tag: string): Promise<string[]> {
  const lists = [
    '/api/v1/timelines/home',
    '/api/v1/timelines/public',
    `/api/v1/timelines/tag/${tag}`,
    `/api/v1/statuses?id[]=${id}`,
  ];
  const seen: string[] = [];
  for (const path of lists) {
    const { body } = await call<Shown[]>(server, reader, 'GET', path);
    if (body.some((post) => post.id === id)) seen.push(path);
  }
  return seen;
}

const CASES = VISIBILITIES.flatMap((visibility) => WHERE.map((where) => ({ visibility, where })));

test.each(CASES)(
  'who reads, boosts and edits a $visibility post, place: $where',
  async ({ visibility, where }) => {
    const server = await aServer();
    const people = await theCommunity(server);
    const text = `@named ${where === 'nowhere' ? '' : `@${where}`} over #iets`;
    const post = await say(server, people.author, text, { visibility });
    const path = `/api/v1/statuses/${post.id}`;
    const may = readers(visibility, where);
    const forEverybody = may.length === READERS.length;
    for (const reader of READERS) {
      const member = people[reader];
      const reads = may.includes(reader);
      expect((await call(server, member, 'GET', path)).status, `${reader} reads`).toBe(reads ? 200 : 404);
      const seen = await seenIn(server, member, post, 'iets');
      if (!reads) expect(seen, `${reader} finds`).toEqual([]);
      else expect(seen, `${reader} finds`).toContain(`/api/v1/statuses?id[]=${post.id}`);
      const byTag = reads && ['public', 'private'].includes(post.visibility);
      expect(seen.includes('/api/v1/timelines/tag/iets'), `${reader} finds by tag`).toBe(byTag);
      const boosted = await call(server, member, 'POST', `${path}/reblog`);
      expect(boosted.status, `${reader} boosts`).toBe(reads ? (forEverybody ? 200 : 422) : 404);
      const edited = await call(server, member, 'PUT', path, { status: `${text} (${reader})` });
      expect(edited.status, `${reader} edits`).toBe(reader === 'author' ? 200 : reads ? 403 : 404);
      const answer = await call(server, member, 'POST', '/api/v1/statuses', {
        status: `Antwoord van ${reader}`,
        in_reply_to_id: post.id,
      });
      expect(answer.status, `${reader} answers`).toBe(reads ? 200 : 404);
    }
  },
);
