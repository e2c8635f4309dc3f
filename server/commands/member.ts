import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Account, accountByHandle } from '../store/accounts';
import type { Store } from '../store/store';
import type { Surroundings } from './command';
import { printable } from './table';

/** The member who was named, as `@anna` or `anna`; the sentence why not where nobody, or a place, has that name. */
export async function memberNamed(
  store: Store,
  name: string,
  { t }: Surroundings,
): Promise<Result<Account, string>> {
  const handle = name.replace(/^@/, '');
  const account = await accountByHandle(store, handle);
  if (account === undefined) return fail(t('operation.no-such-member', { handle: printable(handle) }));
  return account.place === null ? succeed(account) : fail(t('operation.a-place', { handle: account.handle }));
}
