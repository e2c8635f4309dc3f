import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateBadge } from '@/entrypoints/background/badge';
import { diagnose } from '@/entrypoints/background/diagnosis';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { makeChanges } from '@/utils/outbox/changes';
import { claim, markSending, recoverLost, release } from '@/utils/outbox/claim';
import { deliver } from '@/utils/outbox/deliver';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { isInUse, retry } from '@/utils/outbox/entries';
import type { Entry, EntryState } from '@/utils/outbox/entry';
import { settled } from '@/utils/outbox/outcome';
import { pruneTexts } from '@/utils/outbox/prune';
import { arrived, became } from '@/utils/outbox/receipt';
import { resume } from '@/utils/outbox/resume';
import { TIMES } from '@/utils/outbox/times';
import { aBackground, NOW, popup } from '../support/background-world';
import { countRows } from '../support/count-rows';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const community = aCommunity();
const REF = { id: '1', url: 'https://community.example/@ann/1' };

type Kind = Partial<Entry> & { readonly state: EntryState };

/** What an outbox is full of; the last two wait for a community that is not connected any more. */
const KINDS: readonly Kind[] = [
  { state: 'waiting' },
  { state: 'uncertain', firstTriedAt: 1, lastTriedAt: 1 },
  { state: 'delivered' },
  { state: 'parked', reason: 'refused' },
  { state: 'held' },
  { state: 'parked', reason: 'not-connected', communityId: 'gone' },
  { state: 'parked', reason: 'signed-out', communityId: 'gone' },
];

/** A background with an outbox of so many posts; half of those that were delivered had their texts pruned long ago. */
async function anOutbox(size: number) {
  const world = aBackground();
  const { db, ask } = world;
  const rows = countRows(db);
  await keepCommunity(db, community, TOKEN);
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  const { id: communityId } = community;
  const practice = { ...draft.practice, title: 'Mappen', did: 'Zo deed ik het.' };
  const change = { draftId, revision: draft.revision, practice, communityId };
  const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
  const order = { draftId, revision, communityId, text: preview.text, placeId: null, audience: 'members' };
  const sendRows = await rows.during(() => ask('draft:send', order, popup));
  const sample = await db.entries.get(draftId);
  if (sample === undefined) throw new Error('not sent');
  await deliver({
    db,
    clock: () => NOW,
    perform: world.services.perform,
    random: () => 0.5,
    lock: createLock(),
  });
  const receipt = await db.receipts.get(draftId);
  if (receipt === undefined) throw new Error('not delivered');
  const entries = Array.from({ length: size }, (_, n): Entry => {
    const at = NOW - MINUTE_MS + n;
    return { ...sample, id: `e${n}`, createdAt: at, dueAt: at, ...KINDS[n % KINDS.length] };
  });
  await db.entries.bulkAdd(entries);
  const delivered = entries.filter(({ state }) => state === 'delivered');
  await db.receipts.bulkAdd(delivered.map(({ id }, n) => ({ ...receipt, entryId: id, at: NOW - n })));
  const old = delivered.map(({ id }, n) => ({ entryId: `old-${id}`, title: '', at: NOW - 400 * DAY_MS - n }));
  await db.receipts.bulkAdd(old.map((each) => ({ ...receipt, ...each })));
  return { ...world, rows, sendRows };
}

type Outbox = Awaited<ReturnType<typeof anOutbox>>;

const claimOf = ({ db }: Outbox) => claim(db, community.id, NOW, TIMES);

/** Every operation, and the most rows that it may read; what it does is undone by the next claim's lease. */
const OPERATIONS: readonly (readonly [
  what: string,
  most: number,
  work: (outbox: Outbox) => PromiseLike<unknown>,
])[] = [
  ['what delivery does first', 4, ({ db }) => resume(db, NOW)],
  ['recovering what a dead worker left', 1, ({ db }) => recoverLost(db, community, NOW, TIMES)],
  ['the next moment', 6, ({ db }) => nextDueAt(db)],
  ['hurrying', 6, ({ db }) => makeDue(db, () => NOW)],
  ['a claim, and giving it back', 60, async (outbox) => release(outbox.db, await claimOf(outbox))],
  ['the badge', 2, ({ services }) => updateBadge(services)],
  ['the overview', 200, ({ ask }) => ask('overview:read', {}, popup)],
  ['what waits, in 50 rows', 125, ({ ask }) => ask('waiting:read', { rows: 50 }, popup)],
  ['the diagnosis', 6, ({ services }) => diagnose(services)],
  ['removing a community', 1, ({ db }) => isInUse(db, community.id)],
  ['pruning, where nothing is old enough', 100, ({ db }) => pruneTexts(db, 365, () => NOW)],
  ['trying one post again', 8, ({ db }) => retry(db, 'e1', () => NOW)],
];

describe.each([10, 10_000])('with %i posts in the outbox', (size) => {
  let outbox: Outbox;
  beforeAll(async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
    for (const name of ['setTitle', 'setBadgeText', 'setBadgeBackgroundColor'] as const) {
      vi.spyOn(fakeBrowser.action, name).mockResolvedValue(undefined as never);
    }
    outbox = await anOutbox(size);
  }, 60_000);

  test('sending reads a handful of rows', () => expect(outbox.sendRows).toBeLessThanOrEqual(12));

  test.each(OPERATIONS)('%s reads at most %i rows', async (_what, most, work) => {
    expect(await outbox.rows.during(() => work(outbox))).toBeLessThanOrEqual(most);
  });

  test('marking and recording read the rows that they write, and few besides', async () => {
    const { db, rows } = outbox;
    const claimed = (await claimOf(outbox)).map(({ entry }) => entry).slice(0, 4);
    const marks = claimed.map((entry) => markSending(entry, NOW, TIMES));
    let sending: readonly (Entry | null)[] = [];
    const mark = async () => {
      sending = await makeChanges(db, marks);
    };
    expect(await rows.during(mark)).toBeLessThanOrEqual(claimed.length);
    const [one, other] = sending;
    if (!one || !other) throw new Error('nothing was due');
    const arrival = arrived(settled(one, 'delivered'), REF, '', NOW);
    expect(await rows.during(() => makeChanges(db, [arrival]))).toBeLessThanOrEqual(2);
    const refusal = became(other, { ...other, state: 'parked', reason: 'refused' });
    expect(await rows.during(() => makeChanges(db, [refusal]))).toBeLessThanOrEqual(2);
  });
});
