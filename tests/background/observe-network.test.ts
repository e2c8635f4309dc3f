import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { observeNetwork } from '@/entrypoints/background/observe-network';
import type { Exchange } from '@/utils/activity/exchange';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { FakeWebRequest } from '../support/fake-web-request';

const FILTERED = { urls: ['*://*/*save*'], types: ['main_frame'] } as const;
const form = { title: ['Plan'] };
const SAVE = { url: 'https://dms.example/save', form, status: 302, redirect: 'https://dms.example/7' };
const OTHER = { url: 'https://dms.example/other', form };

/** Listeners with one filtered path; `mayRead` answers for all the others. */
function observed(mayRead: () => Promise<boolean> = async () => true) {
  const network = new FakeWebRequest();
  const seen: Exchange[] = [];
  const slow: string[] = [];
  const observer = observeNetwork(
    { hops: FILTERED, bodies: FILTERED },
    () => 0,
    {
      onExchange: (exchange) => seen.push(exchange),
      onSlow: ({ url }) => slow.push(url),
      onGone: () => undefined,
    },
    mayRead,
  );
  return { network, observer, seen, slow };
}

const settled = () => new Promise((resume) => setTimeout(resume, 0));
const asForm = { kind: 'form', fields: form };

describe('from the first moment', () => {
  test('every path is listened to, and a hop that two filters let through is told of once', async () => {
    const { network, seen } = observed();
    network.send(SAVE);
    network.send({ url: 'https://dms.example/7', id: SAVE.url, method: 'GET' });
    network.send(OTHER);
    await settled();
    expect(seen.map(({ url }) => url)).toEqual([SAVE.url, SAVE.redirect, OTHER.url]);
    expect(seen.map(({ body }) => body)).toEqual([asForm, { kind: 'none' }, asForm]);
  });

  test('a hop of which a new worker sees only the end is told of once', () => {
    const { network, seen } = observed();
    network.answer(SAVE);
    expect(seen).toMatchObject([{ url: SAVE.url, body: { kind: 'opaque' } }]);
  });

  test('the same answer twice in one request is two hops', () => {
    const { network, seen } = observed();
    const loop = { ...SAVE, redirect: SAVE.url };
    network.send(loop);
    network.send(loop);
    expect(seen).toHaveLength(2);
  });
});

describe('a slow request that two filters let through', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  test('is told of once', async () => {
    const { network, slow } = observed();
    network.begin(SAVE);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(slow).toEqual([SAVE.url]);
  });

  test('that was answered in time does not make the next hop a slow one', async () => {
    const { network, slow } = observed();
    network.send(SAVE);
    await vi.advanceTimersByTimeAsync(4_000);
    network.begin({ ...OTHER, id: SAVE.url });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(slow).toEqual([]);
  });
});

describe('the body of a path that no filter names', () => {
  test('is not looked at before the answer whether it may be', async () => {
    let answer: (may: boolean) => void = () => undefined;
    const { network, seen } = observed(() => new Promise((resume) => (answer = resume)));
    network.send(OTHER);
    await settled();
    expect([network.bodiesRead, seen]).toEqual([[], []]);
    answer(true);
    await settled();
    expect(seen).toMatchObject([{ url: OTHER.url, body: asForm }]);
  });

  test.each([
    ['may not be', async () => false],
    ['cannot be told', () => Promise.reject(new Error('disk'))],
  ])('is never read where it %s', async (_what, mayRead) => {
    const { network, seen } = observed(mayRead);
    network.send(OTHER);
    await settled();
    expect(network.bodiesRead).toEqual([]);
    expect(seen).toMatchObject([{ body: { kind: 'opaque' } }]);
  });
});

describe('without recipes that need it', () => {
  test('the broad listeners go, also when all are made anew', async () => {
    const { network, observer, seen } = observed();
    observer.listenBroadly(false);
    observer.renew();
    network.send(OTHER);
    await settled();
    expect([network.sets, seen, network.bodiesRead]).toEqual([1, [], []]);
  });

  test('they come back with such a recipe, once', () => {
    const { network, observer, seen } = observed();
    observer.listenBroadly(false);
    observer.listenBroadly(true);
    observer.listenBroadly(true);
    observer.renew();
    network.send({ ...OTHER, form: undefined as never });
    expect([network.sets, seen.length]).toEqual([2, 1]);
  });
});
