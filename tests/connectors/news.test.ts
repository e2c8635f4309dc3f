import { describe, expect, test } from 'vitest';
import { createNetwork } from '@/entrypoints/background/network';
import { refreshResponses } from '@/entrypoints/background/responses';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { newsOf, told } from '@/utils/library/responses';
import { aBackground } from '../support/background-world';
import { must } from '../support/outbox-world';
import { Person } from './kit/person';
import type { Specimen } from './kit/specimen';
import { SPECIMENS } from './specimens';

const OWN_POSTS = 50;
const DAYS = 10;
/** Somebody looks this often; the day’s answers come between two looks. */
const LOOKS_A_DAY = process.env.DEELGENOOT_LONG === '1' ? 24 : 8;
const ANSWERED_DAY = 4;
const ANSWERED_POSTS = 12;
const REPLIES_ON_ONE = 30;

/** The twenty newest are looked at, and a page holds ten of them at least. */
const MOST_A_WALK = 2;
/** Posts of different hours wait half a day for each other. */
const MOST_A_QUIET_DAY = 2 * MOST_A_WALK;
/** First what was said, then by whom; or the first part of a long thread, and its rest. */
const MOST_A_THREAD = 2;
/** Ten threads; the others wait for the next day. Platforms that declare no limit document hundreds in some minutes. */
const MOST_A_LOOK = { requests: MOST_A_WALK + 10 * MOST_A_THREAD, perMs: MINUTE_MS };
/** Of a long thread every platform gives its newest, of which one page is read everywhere. */
const READ_EVERYWHERE = 20;

const ofKind = (kind: 'stream' | 'page') =>
  SPECIMENS.filter(({ platform }) => platform.kind === kind).map((one) => [one.platform.title, one] as const);

/** Somebody who wrote at many hours, and looks for news all the time; each request of a look is noted. */
async function aWriter(specimen: Specimen) {
  const person = await Person.connected(specimen);
  const { db, clock, line } = person;
  const left: number[] = [];
  const network = createNetwork(db, clock, (request) => {
    left.push(person.now);
    return line.http(request);
  });
  const services = { ...aBackground().services, db, clock, ...network };
  const wait = async (ms: number): Promise<void> => {
    person.now += ms;
    await refreshResponses(services);
  };
  const day = async (): Promise<number> => {
    const before = left.length;
    for (let look = 0; look < LOOKS_A_DAY; look += 1) await wait(DAY_MS / LOOKS_A_DAY);
    return left.length - before;
  };
  for (let number = 0; number < OWN_POSTS; number += 1) {
    await person.send(`Bericht ${number}`);
    await person.deliver();
    await wait(5 * HOUR_MS);
  }
  return { person, left, day };
}

/** The most that left within any span of so many ms; `left` in order. */
function mostWithin(left: readonly number[], ms: number): number {
  return Math.max(...left.map((at, from) => left.slice(from).filter((one) => one < at + ms).length));
}

describe(`${DAYS} days of looking what came back on ${OWN_POSTS} posts`, () => {
  test.each(ofKind('stream'))(
    'stay inside the limit of %s, ask no more than is needed, and miss no post',
    async (_title, specimen) => {
      const { person, left, day } = await aWriter(specimen);
      expect(await person.db.receipts.count()).toBe(OWN_POSTS);
      expect(left.length).toBeLessThanOrEqual(OWN_POSTS * MOST_A_WALK);
      const days: number[] = [];
      for (let number = 0; number < DAYS; number += 1) {
        if (number === ANSWERED_DAY) answered(person);
        days.push(await day());
      }
      const busy = days.splice(ANSWERED_DAY, 2).reduce((one, other) => one + other);
      expect(Math.max(...days)).toBeLessThanOrEqual(MOST_A_QUIET_DAY);
      expect(busy).toBeLessThanOrEqual(2 * MOST_A_QUIET_DAY + ANSWERED_POSTS * MOST_A_THREAD);
      for (const { requests, perMs } of [...(person.community.rateLimit ?? []), MOST_A_LOOK])
        expect(mostWithin(left, perMs)).toBeLessThanOrEqual(requests);
      const came = (await person.db.responses.toArray()).map(({ replies }) => replies.length);
      const counts = came.filter((count) => count > 0).sort((one, other) => one - other);
      expect(counts.slice(0, -1)).toEqual(Array(ANSWERED_POSTS - 1).fill(1));
      expect(counts.at(-1)).toBeGreaterThanOrEqual(READ_EVERYWHERE);
    },
    60_000,
  );

  test.each(ofKind('page'))('ask nothing of %s, where nobody answers', async (_title, specimen) => {
    const { left, day } = await aWriter(specimen);
    expect(await day()).toBe(0);
    expect(left).toEqual([]);
  });
});

/** Colleagues write under many posts at once, and much under one. */
function answered({ fake }: Person): void {
  for (const [index, { id }] of fake.posts().slice(-ANSWERED_POSTS).entries())
    for (let number = 0; number < (index === 0 ? REPLIES_ON_ONE : 1); number += 1)
      fake.reply?.(id, `Antwoord ${number}`);
}

describe('what came back', () => {
  const HOSTILE = 'Dat doen wij ook zo. <img src=x onerror=alert(1)>';

  /** Somebody whose post a platform has; `hear` is a look in another worker, a day after the one before. */
  async function anAuthor(specimen: Specimen) {
    const person = await Person.connected(specimen);
    const { db, clock, line } = person;
    const { id } = await person.send('Mappen per zaak');
    await person.deliver();
    const postId = (await db.receipts.get(id))?.postId ?? '';
    const hear = async (days = 1) => {
      person.now += days * DAY_MS;
      await refreshResponses({
        ...aBackground().services,
        ...{ db, clock, ...createNetwork(db, clock, line.http) },
      });
      const response = await db.responses.get(id);
      if (response === undefined) throw new Error('Nobody looked');
      return { response, news: newsOf(response) };
    };
    const hearAndTell = async (days?: number) => {
      const { response, news } = await hear(days);
      const at = response.replies.at(-1)?.at ?? 0;
      await db.responses.put(told(response, { thanks: response.thanks, at }));
      return news;
    };
    return { person, postId, hear, hearAndTell };
  }

  test.each(ofKind('stream'))(
    'on %s is told with its author and its link, as text, and once',
    async (_title, specimen) => {
      const { person, postId, hearAndTell } = await anAuthor(specimen);
      person.fake.reply?.(postId, HOSTILE);
      if (person.community.canThank !== false) person.fake.thank?.(postId);
      const { thanks, replies } = await hearAndTell();
      expect(thanks).toBe(person.community.canThank === false ? 0 : 1);
      expect(replies.map(({ text }) => text)).toEqual([HOSTILE]);
      expect(replies[0]?.authorName).toMatch(/^ben\b/iu);
      expect(new URL(replies[0]?.url ?? '').protocol).toBe('https:');
      expect(await hearAndTell()).toEqual({ thanks: 0, replies: [] });
      person.fake.reply?.(postId, 'Nog iets.');
      const later = await hearAndTell(9); // the browser was closed
      expect(later.replies.map(({ text }) => text)).toEqual(['Nog iets.']);
    },
  );

  test.each(ofKind('stream'))('on %s is nothing that one did oneself', async (_title, specimen) => {
    const { person, postId, hear } = await anAuthor(specimen);
    const text = person.textOf(
      person.practice({ kind: 'answer', title: '', did: 'Van mij.' }),
      'DG-AAAA-2222',
    );
    must(await person.say(text, { replyTo: postId }));
    if (person.community.canThank !== false) must(await person.ask({ verb: 'mark', postId, on: true }));
    const { response, news } = await hear();
    expect(news).toEqual({ thanks: 0, replies: [] });
    expect([response.thanks, response.replies]).toEqual([0, []]);
  });
});
