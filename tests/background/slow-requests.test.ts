import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { observeNetwork } from '@/entrypoints/background/observe-network';
import { watchHops } from '@/entrypoints/background/slow-requests';
import { aBackground } from '../support/background-world';
import { FakeWebRequest } from '../support/fake-web-request';

const SITE = 'https://wiki.example';
const FILTER = { urls: ['*://*/*'], types: ['main_frame', 'xmlhttprequest'] } as const;
const save = {
  id: '7',
  url: `${SITE}/doku.php?id=plan&do=edit`,
  form: { 'do[save]': [''], id: ['plan'], wikitext: ['canary'], prefix: [''], suffix: [''] },
  status: 302,
  redirect: `${SITE}/doku.php?id=plan`,
};

/** A worker with a site that runs DokuWiki; a second one on the same disk is the worker after it was stopped. */
async function aWorker(background = aBackground()) {
  const { db, services } = background;
  await db.sites.put({
    origin: SITE,
    recipeId: 'dokuwiki',
    addedAt: 0,
    named: 'person',
    chosen: false,
    tries: false,
  });
  const network = new FakeWebRequest();
  observeNetwork({ hops: FILTER, bodies: FILTER }, services.clock, watchHops(services), async () => true);
  const prompts = async () =>
    (await db.prompts.toArray()).map(({ activity: { verb, title, link } }) => ({ verb, title, link }));
  return { network, prompts, background };
}

const kept = async () => Object.entries(await fakeBrowser.storage.session.get());
const later = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

describe('a request that takes longer than its worker lives', () => {
  test('is recognised by the next worker', async () => {
    const first = await aWorker();
    first.network.begin(save);
    await later(6_000);
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    const second = await aWorker(first.background);
    second.network.answer(save);
    await vi.waitFor(async () => {
      await later(5_000);
      expect(await second.prompts()).toEqual([{ verb: 'edit', title: 'plan', link: save.redirect }]);
    });
    expect(await kept()).toEqual([]);
  });

  test('keeps nothing but what its title and link name', async () => {
    const { network } = await aWorker();
    network.begin(save);
    await later(6_000);
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    expect(JSON.stringify(await kept())).not.toContain('canary');
  });

  test.each([
    ['a request that could prove nothing', { ...save, form: { 'do[preview]': [''] } }],
    ['a request to a site that nobody allowed', { ...save, url: 'https://other.example/doku.php?do=edit' }],
    ['a request that only reads', { ...save, method: 'GET' }],
  ])('keeps nothing of %s', async (_what, hop) => {
    const { network } = await aWorker();
    network.begin(hop);
    await later(6_000);
    await later(0);
    expect(await kept()).toEqual([]);
  });

  test('is forgotten when its answer comes while it is being kept', async () => {
    const { network, prompts } = await aWorker();
    network.begin(save);
    vi.advanceTimersByTime(5_000);
    network.answer(save);
    await vi.waitFor(async () => {
      await later(5_000);
      expect(await prompts()).toHaveLength(1);
    });
    expect(await kept()).toEqual([]);
  });

  test('is forgotten when its own worker sees the answer', async () => {
    const { network, prompts } = await aWorker();
    network.begin(save);
    await later(6_000);
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    network.answer(save);
    await vi.waitFor(async () => {
      await later(5_000);
      expect(await prompts()).toHaveLength(1);
    });
    expect(await kept()).toEqual([]);
  });
});
