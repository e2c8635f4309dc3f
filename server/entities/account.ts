import { toHtml } from '../content';
import type { Ports } from '../ports';
import { type AccountCounts, countsOf } from '../store/account-counts';
import { type Account, accountsByIds } from '../store/accounts';
import { countRequests } from '../store/follow-requests';

const DAY_START = 'T00:00:00.000Z';
const DATE_LENGTH = 10;

export type AccountEntity = ReturnType<typeof accountFields>;

/** Mastodon's Account. */
export async function accountEntity(
  ports: Ports,
  account: Account,
  counts?: AccountCounts,
): Promise<AccountEntity> {
  const known = counts ?? (await countsOf(ports.store, [account.id]))(account.id);
  return accountFields(ports, account, known);
}

/** Accounts as others see them, in the order given. */
export async function accountList(ports: Ports, accounts: readonly Account[]): Promise<AccountEntity[]> {
  const counts = await countsOf(
    ports.store,
    accounts.map(({ id }) => id),
  );
  return accounts.map((account) => accountFields(ports, account, counts(account.id)));
}

/** Accounts as others see them, by id. */
export async function accountEntities(
  ports: Ports,
  ids: readonly string[],
): Promise<Map<string, AccountEntity>> {
  const accounts = await accountsByIds(ports.store, ids);
  const entities = await accountList(ports, [...accounts.values()]);
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** Every field of Mastodon's schema, empty where we have nothing to say. */
function accountFields(ports: Ports, account: Account, counts: AccountCounts) {
  const url = accountUrl(ports.origin, account.handle);
  const avatar = `${ports.origin}/assets/avatar.svg`;
  const about = account.place?.about ?? '';
  return {
    id: account.id,
    username: account.handle,
    acct: account.handle,
    uri: url,
    url,
    display_name: account.display_name,
    note: about === '' ? '' : toHtml(about, ports.origin),
    avatar,
    avatar_static: avatar,
    avatar_description: '',
    header: avatar,
    header_static: avatar,
    header_description: '',
    locked: account.place?.locked ?? false,
    fields: [],
    emojis: [],
    bot: false,
    group: account.place !== null,
    discoverable: true,
    indexable: false,
    noindex: true,
    hide_collections: false,
    attribution_domains: [],
    show_featured: false,
    show_media: false,
    show_media_replies: false,
    feature_approval: { automatic: [], manual: [], current_user: 'missing' },
    created_at: `${account.created_at.slice(0, DATE_LENGTH)}${DAY_START}`,
    last_status_at: counts.lastStatusAt?.slice(0, DATE_LENGTH) ?? null,
    statuses_count: counts.statuses,
    followers_count: counts.followers,
    following_count: counts.following,
    roles: [],
  };
}

/** The signed-in member's own Account, with what only they may see. */
export async function credentialAccountEntity(ports: Ports, account: Account) {
  return {
    ...(await accountEntity(ports, account)),
    source: {
      note: '',
      fields: [],
      privacy: 'public',
      sensitive: false,
      language: ports.language,
      follow_requests_count: await countRequests(ports.store, account),
      hide_collections: false,
      discoverable: true,
      indexable: false,
      attribution_domains: [],
      quote_policy: 'nobody',
    },
    role: { id: '-99', name: '', color: '', permissions: '0', highlighted: false },
  };
}

/** Where a person reads what a member wrote. */
export function accountUrl(origin: string, handle: string): string {
  return `${origin}/@${handle}`;
}
