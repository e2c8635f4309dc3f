import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { LedgerRow, LedgerView } from '@/utils/messaging/ledger-views';
import { byDay, firstOf, newestFirst, searchFor } from '@/utils/privacy/ledger';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import type { PastActivity } from '@/utils/prompting/history';
import { REMEMBERED_DAYS } from '@/utils/prompting/policy';
import { KEPT_DAYS } from '@/utils/prompting/prompt';
import { updateBadge } from '../badge';
import { LEDGER_DAYS } from '../forget';
import { type LedgerWords, ledgerWords } from '../ledger-words';
import { recallPrompts } from '../recall';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;
type Asked = RequestOf<'ledger:read'>;
type Row = PastActivity | SentRequest;

/** A search reads no more rows of a table than these, newest first. */
const MOST_SEARCHED = 20_000;

/** The newest rows in words; only as many are read and told as it takes, but for a search. */
export async function readLedger(services: Services, { kind, search, rows }: Asked): Reply<'ledger:read'> {
  const words = ledgerWords(await services.words());
  const most = search.trim() === '' ? rows + 1 : MOST_SEARCHED;
  const { seen, sent } = await newestRows(services, kind, most);
  const holds = searchFor(search);
  const all = toldOf(newestFirst(seen, sent), words);
  const found = firstOf(all, rows, ({ day, row }) =>
    holds([day, row.time, row.sentence, ...row.details].join(' ')),
  );
  const days = byDay(found.rows, ({ day }) => day).map((one) => ({
    day: one.day,
    rows: one.rows.map(({ row }) => row),
  }));
  return succeed({ days, more: found.more, kept: await keptOf(services) });
}

async function newestRows({ db }: Services, kind: Asked['kind'], most: number) {
  const newest = {
    seen: db.history.orderBy('at').reverse().limit(most),
    sent: db.requests.orderBy('at').reverse().limit(most),
  };
  const [seen, sent] = await Promise.all([
    kind === 'sent' ? [] : newest.seen.toArray(),
    kind === 'seen' ? [] : newest.sent.toArray(),
  ]);
  return { seen, sent };
}

function* toldOf(
  rows: Iterable<Row>,
  words: LedgerWords,
): Generator<{ readonly day: string; readonly row: LedgerRow }> {
  for (const row of rows) {
    yield { day: words.dayOf(row.at), row: 'purpose' in row ? words.sent(row) : words.seen(row) };
  }
}

async function keptOf({ db }: Services): Promise<LedgerView['kept']> {
  const [seen, sent, titled] = await Promise.all([
    db.history.count(),
    db.requests.count(),
    db.prompts.count(),
  ]);
  return { seen, sent, titled, days: LEDGER_DAYS, shownDays: REMEMBERED_DAYS, titledDays: KEPT_DAYS };
}

/** All of it as it is kept, newest first. */
export async function exportLedger({ db, clock }: Services): Reply<'ledger:export'> {
  const ledger = {
    format: 'deelgenoot-ledger',
    version: 1,
    exportedAt: clock(),
    seen: await db.history.orderBy('at').reverse().toArray(),
    sent: await db.requests.orderBy('at').reverse().toArray(),
  };
  return succeed({ json: JSON.stringify(ledger, null, 2) });
}

/**
 * What was seen and sent goes, every title that was seen, also of rows that were put aside, and which rules were learned
 * from it and forgotten: all or nothing.
 */
export async function wipeLedger(services: Services): Reply<'ledger:wipe'> {
  const { db, announce } = services;
  await recallPrompts(services, 'page-gone'); // what stands on a page would answer to nobody
  await db.transaction('rw', [db.history, db.requests, db.prompts, db.quarantine, db.settings], async () => {
    await Promise.all([db.history.clear(), db.requests.clear(), db.prompts.clear()]);
    await db.quarantine.filter(({ table }) => table === db.prompts.name).delete();
    await db.settings.toCollection().modify({ forgotten: [] });
  });
  await updateBadge(services);
  announce();
  return succeed(null);
}
