import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { retry, takeBack } from '@/utils/outbox/entries';
import { FakePlatform } from '../support/fake-platform';
import { must, World } from '../support/outbox-world';

/** A page that was published, and its platform. */
async function aPage() {
  const world = await new World('ignored').connect();
  const platform = new FakePlatform(world.clock);
  const { perform } = platform;
  const deliver = () => world.deliver({ perform });
  const first = await world.send('Een besluit', { placeId: 'wiki' });
  must(await deliver());
  world.pass(DAY_MS);
  const somebodyChanges = (text: string): void => {
    const [page] = platform.pages;
    if (page !== undefined)
      Object.assign(page, { text: `${text} ${first.reference}`, version: page.version + 1 });
  };
  return { world, platform, deliver, first, somebodyChanges };
}

describe('a page that was published', () => {
  test('is corrected from the version that we wrote, each time', async () => {
    const { world, platform, deliver, first } = await aPage();
    for (const did of ['Eens.', 'Nog eens.']) {
      await world.correct(first.id, did);
      must(await deliver());
      world.pass(MINUTE_MS);
    }
    expect(platform.ask('send').map(({ basedOn }) => basedOn)).toEqual([undefined, '1', '2']);
    const receipts = await world.db.receipts.orderBy('at').toArray();
    expect(receipts.map(({ version, placeId }) => [version, placeId])).toEqual([
      ['1', 'wiki'],
      ['2', 'wiki'],
      ['3', 'wiki'],
    ]);
  });

  test('that somebody changed is not overwritten, until the person looked and sends again', async () => {
    const { world, platform, deliver, first, somebodyChanges } = await aPage();
    somebodyChanges('Van een ander');
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'conflict' });
    expect(platform.pages[0]?.text).toContain('Van een ander');
    must(await deliver());
    expect(platform.ask('send'), 'nothing goes by itself').toHaveLength(2);
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(platform.pages[0]?.text).toContain('Van mij.');
  });

  test('that somebody took our reference off is replaced too, once the person looked and sends again', async () => {
    const { world, platform, deliver, first } = await aPage();
    const [page] = platform.pages;
    if (page !== undefined) Object.assign(page, { text: 'Van een ander', version: page.version + 1 });
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'conflict' });
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(platform.pages[0]?.text).toContain('Van mij.');
  });

  test('that somebody changed once more, after the person looked, is not overwritten either', async () => {
    const { world, platform, deliver, first, somebodyChanges } = await aPage();
    somebodyChanges('Van een ander');
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    somebodyChanges('Van een derde');
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'conflict' });
    expect(platform.pages[0]?.text).toContain('Van een derde');
  });

  test('takes a text that was changed after the conflict, in place of what stands there', async () => {
    const { world, platform, deliver, first, somebodyChanges } = await aPage();
    somebodyChanges('Van een ander');
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    const draft = must(await takeBack(world.db, id, world));
    const { communityId, placeId, audience } = draft.corrects ?? {
      communityId: '',
      placeId: null,
      audience: 'members',
    };
    await world.sendDraft(draft, { communityId, placeId, audience });
    must(await deliver());
    expect(platform.pages[0]?.text).toContain('Van mij.');
  });

  test('whose correction arrived and whose answer was lost is no conflict', async () => {
    const { world, platform, deliver, first } = await aPage();
    platform.losesAnswer = true;
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    expect((await world.entry(id)).state).toBe('uncertain');
    world.pass(MINUTE_MS);
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(platform.pages[0]?.version).toBe(2);
    expect((await world.db.receipts.get(id))?.version).toBe('2');
  });

  test('whose correction arrived, and waits for a moderator, is held until readers see it', async () => {
    const { world, platform, deliver, first } = await aPage();
    platform.losesAnswer = true;
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    const [page] = platform.pages;
    if (page !== undefined) page.isChangeHeld = true;
    world.pass(MINUTE_MS);
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'held' });
    if (page !== undefined) page.isChangeHeld = false;
    world.pass(DAY_MS);
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
  });

  test('whose correction may have arrived is looked at until that is known', async () => {
    const { world, platform, deliver, first } = await aPage();
    platform.losesAnswer = true;
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    platform.lookFails = { kind: 'retry', applied: 'no', answered: false };
    world.pass(MINUTE_MS);
    must(await deliver());
    expect((await world.entry(id)).state).toBe('uncertain');
    platform.lookFails = null;
    world.pass(DAY_MS);
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
  });

  test('that cannot be looked at in a conflict is a conflict again the next time', async () => {
    const { world, platform, deliver, first, somebodyChanges } = await aPage();
    somebodyChanges('Van een ander');
    platform.lookFails = { kind: 'retry', applied: 'no', answered: false };
    const { id } = await world.correct(first.id, 'Van mij.');
    must(await deliver());
    platform.lookFails = null;
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'conflict' });
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(platform.pages[0]?.text).toContain('Van mij.');
  });
});

test('a post is looked for where it would stand', async () => {
  const { world, platform, deliver } = await aPage();
  platform.losesAnswer = true;
  await world.send('In de groep', { placeId: 'groep' });
  must(await deliver());
  world.pass(2 * MINUTE_MS);
  must(await deliver());
  expect(platform.ask('find').at(-1)).toMatchObject({ placeId: 'groep' });
  expect(platform.pages).toHaveLength(2);
});
