import type { Account } from '@/utils/community/connector';

/** As whom a connector talks in tests. */
export function anAccount(origin: string, changes: Partial<Account> = {}): Account {
  return { origin, base: origin, token: 'secret', member: { id: '1', handle: 'ann' }, ...changes };
}
