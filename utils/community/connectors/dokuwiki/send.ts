import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { fail } from '@/utils/kernel/result';
import type { Account, Failure, Operation, PostRef, Reading } from '../../connector';
import { referenceIn, versionOf } from '../../page';
import { published } from '../../pages';
import { pageOf } from './build';
import { toDokuwiki } from './text';

type Send = Extract<Operation, { verb: 'send' }>;

/** The wiki takes back a lock of its own accord after a quarter of an hour. */
export const LOCKED: Failure = { kind: 'retry', applied: 'no', answered: true, afterMs: 5 * MINUTE_MS };
const MAY_EDIT = 2;

export const InfoSchema = z.lazy(() => z.object({ name: z.string(), version: z.coerce.number() }));
const LocksSchema = z.lazy(() => z.object({ lockfail: z.array(z.string()) }));

export function refOf(id: string, page: string, { base }: Account): PostRef {
  return { id, url: `${base}/doku.php?id=${encodeURIComponent(id)}`, version: versionOf(page) };
}

const step = (send: Send, name: string, known: { readonly version?: string } = {}): Reading<'send'> => ({
  next: { ...send, earlier: { step: name, ...known } },
});

/** Looks what stands at the page's own address, and writes it there where nothing does. */
export function readMaking(send: Send, value: unknown, account: Account): Reading<'send'> | null {
  const id = pageOf(send);
  switch (send.earlier?.step) {
    case undefined:
      if (typeof value !== 'string') return null;
      if (value.includes(referenceIn(send))) return published(refOf(id, value, account));
      // A page that is still to be made shows the template of its namespace.
      return step(send, value === '' ? 'put' : 'exists');
    case 'exists':
      return InfoSchema.safeParse(value).success ? fail({ kind: 'conflict' }) : step(send, 'put');
    case 'put':
      return value === true ? written(send, id, account) : step(send, 'why');
    default:
      return refusedWrite(value);
  }
}

/** Replaces a page under the wiki's lock, where it still is what we wrote; else gives the lock back. */
export function readEditing(
  send: Send,
  id: string,
  value: unknown,
  account: Account,
): Reading<'send'> | null {
  switch (send.earlier?.step) {
    case undefined: {
      const locks = LocksSchema.safeParse(value);
      return locks.success ? step(send, locks.data.lockfail.length === 0 ? 'read' : 'may') : null;
    }
    case 'may':
      return fail(Number(value) < MAY_EDIT ? { kind: 'auth', why: 'forbidden' } : LOCKED);
    case 'read':
      if (typeof value !== 'string') return null;
      if (value === '') return step(send, 'gone');
      if (isAsWritten(value, send.basedOn)) return step(send, 'put');
      return step(send, 'conflict', { version: versionOf(value) });
    case 'put':
      return value === true ? written(send, id, account) : refusedWrite(value);
    default:
      return fail(unlocked(send));
  }
}

function unlocked({ earlier: { step: last, version } = {} }: Send): Failure {
  if (last === 'gone') return { kind: 'gone' };
  return { kind: 'conflict', ...(version === undefined ? {} : { version }) };
}

function isAsWritten(page: string, basedOn: string | undefined): boolean {
  return basedOn === undefined || versionOf(page) === basedOn;
}

function written(send: Send, id: string, account: Account): Reading<'send'> {
  return published(refOf(id, toDokuwiki(send.text), account));
}

/** An older wiki does not say why it did not write: where the page is not locked, a word in it is not wanted. */
function refusedWrite(value: unknown): Reading<'send'> {
  const locks = LocksSchema.safeParse(value);
  if (locks.success && locks.data.lockfail.length > 0) return fail(LOCKED);
  return fail({ kind: 'invalid', message: '', why: 'word' });
}
