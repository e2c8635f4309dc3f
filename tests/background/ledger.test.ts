import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { LedgerRow, LedgerView } from '@/utils/messaging/ledger-views';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import { type PastActivity, remember } from '@/utils/prompting/history';
import { REASONS } from '@/utils/prompting/prompt';
import {
  aBackground,
  activity,
  duePrompt,
  framed,
  inPage,
  NOW,
  popup,
  SITE,
} from '../support/background-world';
import { countRows } from '../support/count-rows';
import { must } from '../support/outbox-world';

beforeEach(() => {
  for (const name of ['setTitle', 'setBadgeText', 'setBadgeBackgroundColor'] as const) {
    vi.spyOn(fakeBrowser.action, name).mockResolvedValue(undefined as never);
  }
});

const seen = (id: string, change: Partial<PastActivity> = {}): PastActivity => ({
  ...remember({ ...activity, id }, 'eligible'),
  ...change,
});
const sent = (id: string, change: Partial<SentRequest> = {}): SentRequest => ({
  ...{ id, at: NOW, to: 'https://community.example', purpose: 'send' },
  ...change,
});

async function read(world: ReturnType<typeof aBackground>, asked: object = {}): Promise<LedgerView> {
  return must(
    await world.ask<'ledger:read'>('ledger:read', { kind: 'all', search: '', rows: 25, ...asked }, popup),
  );
}

const rowsOf = ({ days }: LedgerView): LedgerRow[] => days.flatMap(({ rows }) => [...rows]);
const idsOf = (view: LedgerView): string[] => rowsOf(view).map(({ id }) => id);

async function aLedger() {
  const world = aBackground();
  await world.db.history.bulkAdd([
    seen('asked', { at: NOW - MINUTE_MS, shownAt: NOW, answer: 'not-now', answeredAt: NOW }),
    seen('silent', {
      at: NOW - DAY_MS,
      verb: 'upload',
      count: 3,
      reason: 'day-off',
      site: 'https://dms.example',
    }),
  ]);
  await world.db.requests.bulkAdd([
    sent('gone out', { at: NOW }),
    sent('title', { at: NOW - 2 * DAY_MS, to: SITE, purpose: 'title' }),
  ]);
  return world;
}

test('tells what was seen and what left as one story, newest first, each day apart', async () => {
  const view = await read(await aLedger());
  expect(view.days.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
    ['gone out', 'asked'],
    ['silent'],
    ['title'],
  ]);
  expect(view.days[0]?.day).toBe('Dinsdag 24 november 2026');
  const [post, asked, silent] = rowsOf(view);
  expect(post?.sentence).toBe('Je bericht naar community.example verstuurd.');
  expect(asked?.sentence).toBe('Je hebt 1 document bewerkt op wiki.example.');
  expect(asked?.details.join(' ')).toMatch(/^Gevraagd, \d\d:\d\d: .* Jouw antwoord, \d\d:\d\d: niet nu\.$/);
  expect(silent?.sentence).toBe('Je hebt 3 bestanden opgeladen op dms.example.');
  expect(silent?.details).toEqual(['Niet gevraagd: vandaag is voor jou geen werkdag.']);
});

test.each(REASONS)('has a sentence for what was decided: %s', async (reason) => {
  const world = aBackground();
  await world.db.history.add(seen('one', { reason }));
  expect(rowsOf(await read(world))[0]?.details.join('')).toMatch(/^\p{Lu}.*[.!]$/u);
});

test.each<[string, object, string[]]>([
  ['a site', { search: 'dms' }, ['silent']],
  ['words of the sentence, in any order', { search: 'wiki BEWERKT' }, ['asked']],
  ['an answer', { search: 'niet nu' }, ['asked']],
  ['a reason', { search: 'geen werkdag' }, ['silent']],
  ['a day', { search: '23 november' }, ['silent']],
  ['what was sent only', { kind: 'sent' }, ['gone out', 'title']],
  ['what was seen only', { kind: 'seen' }, ['asked', 'silent']],
  ['both at once', { kind: 'sent', search: 'wiki' }, ['title']],
  ['nothing of the kind', { search: 'aktenplan' }, []],
])('is searched by the words that are shown: %s', async (_what, asked, ids) => {
  expect(idsOf(await read(await aLedger(), asked))).toEqual(ids);
});

test('reads no more than what is shown of a long history', async () => {
  const world = aBackground();
  const many = Array.from({ length: 10_000 }, (_, n) => n);
  await world.db.history.bulkAdd(many.map((n) => seen(`s${n}`, { at: NOW - n * MINUTE_MS })));
  await world.db.requests.bulkAdd(many.map((n) => sent(`r${n}`, { at: NOW - n * MINUTE_MS })));
  const rows = countRows(world.db);
  let view: LedgerView | undefined;
  expect(
    await rows.during(async () => {
      view = await read(world, { rows: 50 });
    }),
  ).toBeLessThanOrEqual(2 * 51 + 3);
  expect(view?.more).toBe(true);
  expect(idsOf(view as LedgerView)).toHaveLength(50);
  const all = await read(world, { search: '1 document', rows: 1_000 });
  expect(idsOf(all)).toHaveLength(1_000);
});

test('says how much is kept, and for how long', async () => {
  const world = await aLedger();
  await world.db.prompts.add(duePrompt);
  const days = { days: 90, shownDays: 180, titledDays: 7 };
  expect((await read(world)).kept).toEqual({ seen: 2, sent: 2, titled: 1, ...days });
});

test('is a file of all its rows as they are kept, and of nothing else', async () => {
  const world = await aLedger();
  await world.db.prompts.add({ ...duePrompt, activity: { ...activity, title: 'Geheim dossier' } });
  const { json } = must(await world.ask<'ledger:export'>('ledger:export', {}, popup));
  const file = JSON.parse(json);
  expect(Object.keys(file)).toEqual(['format', 'version', 'exportedAt', 'seen', 'sent']);
  expect(file.seen).toEqual(await world.db.history.orderBy('at').reverse().toArray());
  expect(file.sent).toEqual(await world.db.requests.orderBy('at').reverse().toArray());
  expect(json).not.toContain('Geheim');
  expect(json).not.toContain(activity.link);
});

describe('wiping', () => {
  test('forgets what was seen and sent and every title that waits; choices and texts stay', async () => {
    const world = await aLedger();
    const { db, services, ask } = world;
    await services.changeSettings({ never: [{ site: SITE, verb: null }], perWeek: 1 });
    await db.prompts.add(duePrompt);
    const aside = { row: {}, seen: 0 as const, at: NOW };
    await db.quarantine.bulkAdd([
      { ...aside, id: 'p', table: 'prompts' },
      { ...aside, id: 'd', table: 'drafts' },
    ]);
    must(await ask<'draft:new'>('draft:new', {}, popup));
    must(await ask<'ledger:wipe'>('ledger:wipe', {}, popup));
    for (const table of [db.history, db.requests, db.prompts]) expect(await table.count()).toBe(0);
    expect((await db.quarantine.toArray()).map(({ id }) => id)).toEqual(['d']);
    expect(await db.drafts.count()).toBe(1);
    expect(await services.settings()).toMatchObject({ never: [{ site: SITE, verb: null }], perWeek: 1 });
    expect(world.counts().announced).toBeGreaterThan(0);
    expect(idsOf(await read(world))).toEqual([]);
  });

  test('leaves no trace of what was learned and forgotten: that too names sites and times', async () => {
    const { ask, services } = await aLedger();
    const forgotten = { kind: 'resting', site: SITE, verb: 'edit', at: NOW } as const;
    must(await ask<'asking:forget'>('asking:forget', forgotten, popup));
    must(await ask<'ledger:wipe'>('ledger:wipe', {}, popup));
    expect((await services.settings()).forgotten).toEqual([]);
  });

  test('is all or nothing', async () => {
    const { db, ask } = await aLedger();
    vi.spyOn(db.requests, 'clear').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect(await ask('ledger:wipe', {}, popup)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    expect(await db.history.count()).toBe(2);
  });
});

test.each(['ledger:read', 'ledger:export', 'ledger:wipe'] as const)(
  '%s is for pages of ours only',
  async (name) => {
    const { ask } = aBackground();
    const request = name === 'ledger:read' ? { kind: 'all', search: '', rows: 1 } : {};
    for (const caller of [inPage, framed])
      expect(await ask(name, request, caller)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  },
);

test.each([{ rows: 0 }, { rows: 1_001 }, { kind: 'mine' }, { search: 'x'.repeat(201) }])(
  'a question of another form is refused: %j',
  async (change) => {
    const { ask } = aBackground();
    const asked = { kind: 'all', search: '', rows: 1, ...change };
    expect(await ask('ledger:read', asked, popup)).toMatchObject({ error: { code: 'bad-request' } });
  },
);
