import { describe, expect, test } from 'vitest';
import { aColleaguesWorld } from '@/tests/support/colleagues-world';
import { aCommunity } from '@/tests/support/outbox-world';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS } from '@/utils/kernel/clock';

describe('news', () => {
  /** A post of one's own, under which a colleague wrote. */
  async function answered(replies: number) {
    const world = await aColleaguesWorld();
    const postId = await world.question('Hoe maak je een vernietigingslijst?');
    const bram = await world.colleague('bramc');
    const reply = async (status: string) => bram.v1.statuses.create({ status, inReplyToId: postId });
    const made: Awaited<ReturnType<typeof reply>>[] = [];
    for (let number = 0; number < replies; number += 1) made.push(await reply(`Antwoord ${number}`));
    const nextDay = async () => {
      world.time.ahead += DAY_MS;
      return (await world.hear())[0];
    };
    return { ...world, postId, bram, reply, made, nextDay };
  }

  test('of thanks that were taken back is none, and the count goes down', async () => {
    const { bram, postId, hear, nextDay, ask } = await answered(0);
    await bram.v1.statuses.$select(postId).favourite();
    const [thanked] = await hear();
    expect(thanked?.news.thanks).toBe(1);
    await ask('responses:told', { entryId: thanked?.entryId, thanks: 1, at: 0 });
    await bram.v1.statuses.$select(postId).unfavourite();
    expect(await nextDay()).toBeUndefined(); // nothing came back
    await bram.v1.statuses.$select(postId).favourite();
    expect(await nextDay()).toMatchObject({ thanks: 1, news: { thanks: 0 } });
  });

  test('of a reply that was deleted before it was told is none', async () => {
    const { bram, made, hear, nextDay } = await answered(2);
    expect((await hear())[0]?.news.replies.map(({ text }) => text)).toEqual(['Antwoord 0', 'Antwoord 1']);
    await bram.v1.statuses.$select(made[0]?.id ?? '').remove();
    const left = await nextDay();
    expect(left?.replies.map(({ text }) => text)).toEqual(['Antwoord 1']);
    expect(left?.news.replies.map(({ text }) => text)).toEqual(['Antwoord 1']);
    await bram.v1.statuses.$select(made[1]?.id ?? '').remove();
    expect(await nextDay()).toBeUndefined();
  });

  test('of a reply that took the place of another comes within a week, and what was deleted or changed goes', async () => {
    const { bram, made, reply, hear, nextDay, time } = await answered(2);
    await hear();
    await bram.v1.statuses.$select(made[0]?.id ?? '').remove();
    await reply('Beter gezegd');
    await bram.v1.statuses.$select(made[1]?.id ?? '').update({ status: 'Verbeterd' });
    time.ahead += 6 * DAY_MS;
    const texts = (await nextDay())?.news.replies.map(({ text }) => text);
    expect(texts).toEqual(['Verbeterd', 'Beter gezegd']);
  });

  test('comes also where much was corrected, withdrawn or published on pages since', async () => {
    const { db, hear } = await answered(1);
    const [receipt] = await db.receipts.toArray();
    if (receipt === undefined) throw new Error('Nothing arrived');
    const later = (number: number, changes: Partial<typeof receipt>) =>
      db.receipts.add({ ...receipt, entryId: `later-${number}`, at: receipt.at + number, ...changes });
    for (let number = 1; number <= 20; number += 1) {
      await later(number, { corrects: receipt.entryId });
      await later(100 + number, { withdrawnAt: receipt.at });
      await later(200 + number, { communityId: 'wordpress:https://intranet.example/1' });
    }
    expect((await hear())[0]?.news.replies).toHaveLength(1);
  });

  test('of thirty replies at once is all of them, told by one look', async () => {
    const { hear, nextDay, ask, asked } = await answered(30);
    const [response] = await hear();
    expect(response?.news.replies).toHaveLength(30);
    const at = response?.replies.at(-1)?.at;
    await ask('responses:told', { entryId: response?.entryId, thanks: 0, at });
    expect(await nextDay()).toMatchObject({ news: { replies: [] } });
    expect(asked.filter((path) => path.endsWith('/context'))).toHaveLength(1);
  });

  test('stays with the account that wrote: another one that takes its place hears nothing of it', async () => {
    const { made, hear, ask, services, db, community, time, asked } = await answered(1);
    expect((await hear())[0]?.news.replies).toHaveLength(made.length);
    await ask('community:remove', { communityId: community.id });
    const other = aCommunity({ origin: community.origin, accountId: '2', connectedAt: services.clock() });
    await keepCommunity(db, other, 'another');
    time.ahead += DAY_MS;
    const since = asked.length;
    expect(await hear()).toEqual([]);
    expect(asked.slice(since)).toEqual([]);
  });
});
