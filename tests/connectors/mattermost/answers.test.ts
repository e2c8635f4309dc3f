import { describe, expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { createMattermost } from '@/utils/community/connectors/mattermost/connector';
import { mattermost } from '@/utils/community/connectors/mattermost/platform';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { ANN, BASE, BEN, CHANNEL, CONFIG, DIRECT, HIDDEN, id, PLACE, TEAM } from './who-and-where';

const account = anAccount('https://chat.example', { base: BASE, member: { id: ANN.id, handle: 'ann.j' } });
const connector = createMattermost(() => START);
const answering = <Verb extends Operation['verb']>(
  operation: Extract<Operation, { verb: Verb }>,
  ...bodies: unknown[]
) => performWith<Verb>(connector, account, operation, async () => succeed(json(200, bodies.shift())));

describe('places', () => {
  const places = (teams: unknown, channels: unknown) =>
    answering<'places'>({ verb: 'places', memberId: ANN.id }, teams, channels);

  test('are the channels of one’s teams; direct messages and archived ones are none', async () => {
    const archived = { ...CHANNEL, id: id('oud'), delete_at: 1 };
    const foreign = { ...CHANNEL, id: id('vreemd'), team_id: id('anders') };
    expect(await places([TEAM], [CHANNEL, DIRECT, HIDDEN, archived, foreign])).toEqual(
      succeed([
        { id: PLACE, name: 'Praktijk', closed: false },
        { id: `archief/${HIDDEN.id}`, name: 'Kern', closed: true },
      ]),
    );
  });

  test('say of which team they are, where there are several; a nameless channel goes by its address', async () => {
    const other = { id: id('ander'), name: 'ander', display_name: 'Ander' };
    const there = { ...CHANNEL, id: id('daar'), team_id: other.id, display_name: ' ' };
    expect(must(await places([TEAM, other], [CHANNEL, there])).map(({ name }) => name)).toEqual([
      'Archief: Praktijk',
      'Ander: praktijk',
    ]);
  });

  test('are at most as many as anybody chooses from', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({ ...CHANNEL, id: id(`k${n}`) }));
    expect(must(await places([TEAM], many)).length).toBeLessThanOrEqual(320);
  });
});

describe('what it says of itself', () => {
  const said = (config: unknown) => answering<'capabilities'>({ verb: 'capabilities' }, config);

  test.each([
    [{}, 16_383],
    [{ MaxPostSize: '4000' }, 4_000],
    [{ MaxPostSize: '65535' }, 65_535],
    [{ MaxPostSize: '-1' }, 16_383],
    [{ MaxPostSize: '1e9' }, 16_383],
    [{ MaxPostSize: '99999999999999999999' }, 16_383],
  ])('%j: a post holds %i characters', async (config, maxCharacters) => {
    expect(await said({ ...CONFIG, ...config })).toMatchObject({
      value: { name: 'Praatplein', maxCharacters, countsIn: 'code-points', format: 'markdown' },
    });
  });

  test('the settings of something else are none of its', async () => {
    expect(await said({ version: '4.5.0', title: 'Huis' })).toEqual({
      ok: false,
      error: { kind: 'not-a-community' },
    });
  });
});

describe('posts', () => {
  const written = (name: string, changes: object = {}) => ({
    id: id(name),
    user_id: ANN.id,
    channel_id: CHANNEL.id,
    root_id: '',
    message: 'Titel\n\nTekst',
    create_at: START,
    ...changes,
  });
  const listed = (...posts: ReturnType<typeof written>[]) => ({
    order: posts.map((post) => post.id),
    posts: Object.fromEntries(posts.map((post) => [post.id, post])),
    prev_post_id: '',
  });
  const find = {
    verb: 'find',
    marker: 'DG-7F3K-2Q9D',
    since: START,
    authorId: ANN.id,
    placeId: PLACE,
  } as const;

  test('are known by the mark, where there is one: a quoted reference is none', async () => {
    const props = { x_deelgenoot: 'DG-7F3K-2Q9D' };
    const changed = written('a', { message: 'Zonder de laatste regel', props });
    const quoting = written('b', {
      message: 'Zie Ref. DG-7F3K-2Q9D',
      props: { x_deelgenoot: 'DG-AAAA-1111' },
    });
    const byHand = written('c', { message: 'Geplakt\n\nRef. DG-7F3K-2Q9D', props: {} });
    const others = written('d', { user_id: BEN.id, props });
    const found = must(await answering<'find'>(find, listed(changed, quoting, byHand, others)));
    expect(found.posts.map((post) => post.id)).toEqual([`${PLACE}/${id('a')}`, `${PLACE}/${id('c')}`]);
    expect(found.posts[0]).toMatchObject({ authorName: 'ann.j', url: `${BASE}/archief/pl/${id('a')}` });
  });

  test('that were taken away, and what the server itself says, are passed over', async () => {
    const gone = written('a', { delete_at: 5 });
    const joined = written('b', { type: 'system_join_channel' });
    expect(must(await answering<'find'>({ ...find, marker: '' }, listed(gone, joined))).posts).toEqual([]);
  });

  test('of others get the names that people go by; whoever is not known goes by an id', async () => {
    const page = listed(
      written('a'),
      written('b', { user_id: BEN.id }),
      written('c', { user_id: id('weg') }),
    );
    const found = await answering<'find'>({ ...find, marker: '', authorId: null }, page, [ANN, BEN]);
    expect(must(found).posts.map(({ authorName }) => authorName)).toEqual(['Ann Jansen', 'ben', id('weg')]);
  });

  test('thanks are thumbs up; one’s own is told apart', async () => {
    const by = (user_id: string, emoji_name = '+1') => ({ user_id, emoji_name });
    const reactions = [by(BEN.id), by(ANN.id), by(BEN.id, '-1'), by(ANN.id, 'eyes')];
    const liked = written('a', { metadata: { reactions } });
    const odd = written('b', { metadata: { reactions: 'many' }, props: [] });
    const found = must(await answering<'find'>({ ...find, marker: '' }, listed(liked, odd)));
    expect(found.posts.map(({ thanks, thanked }) => [thanks, thanked])).toEqual([
      [2, true],
      [0, false],
    ]);
  });

  test.each([
    ['goes on below the last one', START + 5, undefined, id('a')],
    ['ends where the server says that nothing is older', START + 5, '', null],
    ['ends before the first try', START - 5, id('z'), null],
  ])('a page %s', async (_what, create_at, prev_post_id, cursor) => {
    const page = { ...listed(written('a', { create_at, message: 'Iets' })), prev_post_id };
    expect(must(await answering<'find'>(find, page))).toEqual({ posts: [], cursor });
  });

  test('without a channel nobody can say that a post is not there', async () => {
    const nowhere = await answering<'find'>({ ...find, placeId: null }, listed());
    expect(nowhere).toMatchObject({ ok: false });
  });
});

describe('recognised', () => {
  const { recognise } = mattermost;
  test('at its two addresses, also under a path, and asked without a token', () => {
    expect(recognise.probes?.(BASE).map(({ url, headers }) => [url, headers])).toEqual([
      [`${BASE}/api/v4/config/client?format=old`, { accept: 'application/json' }],
      [`${BASE}/api/v4/system/ping`, { accept: 'application/json' }],
    ]);
  });

  const ping = {
    status: 'OK',
    AndroidLatestVersion: '',
    AndroidMinVersion: '',
    IosLatestVersion: '',
    IosMinVersion: '',
  };
  test.each([
    [json(200, CONFIG), { base: BASE, name: 'Praatplein', version: '11.11.1' }],
    [json(200, ping), { base: BASE, name: '', version: '' }],
    [json(200, { status: 'OK' }), null],
    [json(200, { Version: 5, BuildNumber: '1' }), null],
    [json(401, CONFIG), null],
    [{ status: 200, headers: {}, text: '<!doctype html>' }, null],
  ])('%j is %j', (answer, found) => {
    expect(recognise.read?.(answer, BASE)).toEqual(found);
  });
});
