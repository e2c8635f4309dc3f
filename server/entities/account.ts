import type { Ports } from '../ports';
import { type Account, accountsByIds } from '../store/accounts';
import { postCountsOf } from '../store/post-counts';

const DAY_START = 'T00:00:00.000Z';

/** Mastodon's Account. */
export async function accountEntity(ports: Ports, account: Account) {
  const counts = await postCountsOf(ports.store, [account.id]);
  return accountFields(ports, account, counts.get(account.id)?.count ?? 0);
}

/** Accounts as others see them, by id. */
export async function accountEntities(ports: Ports, ids: readonly string[]) {
  const accounts = await accountsByIds(ports.store, ids);
  const counts = await postCountsOf(ports.store, ids);
  return new Map(
    [...accounts].map(([id, account]) => [id, accountFields(ports, account, counts.get(id)?.count ?? 0)]),
  );
}

/** Every field of Mastodon's schema, empty where we have nothing to say. */
function accountFields(ports: Ports, account: Account, statusesCount: number) {
  const url = accountUrl(ports.origin, account.handle);
  const avatar = `${ports.origin}/assets/avatar.svg`;
  return {
    id: account.id,
    username: account.handle,
    acct: account.handle,
    uri: url,
    url,
    display_name: account.display_name,
    note: '',
    avatar,
    avatar_static: avatar,
    avatar_description: '',
    header: avatar,
    header_static: avatar,
    header_description: '',
    locked: false,
    fields: [],
    emojis: [],
    bot: false,
    group: false,
    discoverable: false,
    indexable: false,
    noindex: true,
    hide_collections: false,
    attribution_domains: [],
    show_featured: false,
    show_media: false,
    show_media_replies: false,
    feature_approval: { automatic: [], manual: [], current_user: 'missing' },
    created_at: `${account.created_at.slice(0, 10)}${DAY_START}`,
    last_status_at: null,
    statuses_count: statusesCount,
    followers_count: 0,
    following_count: 0,
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
      follow_requests_count: 0,
      hide_collections: false,
      discoverable: false,
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
