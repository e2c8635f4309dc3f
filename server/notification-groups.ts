import type { NotificationRow } from './store/notifications';
import type { NotificationType } from './store/schema-people';

/** What many people do alike: told as one. */
export const GROUPABLE: readonly NotificationType[] = ['favourite', 'reblog', 'follow'];

const DATE_LENGTH = 10;

/** Which notifications belong together: thanks for one post, boosts of one post, new followers of one day. */
export function groupKeyOf(row: NotificationRow, grouped: readonly string[] = GROUPABLE): string {
  if (!grouped.includes(row.type)) return `ungrouped-${row.id}`;
  if (row.type === 'follow') return `follow-${row.created_at.slice(0, DATE_LENGTH)}`;
  return GROUPABLE.includes(row.type) ? `${row.type}-${row.status_id}` : `ungrouped-${row.id}`;
}

/** What a group's key says of the notifications in it; null where it is no key. */
export type GroupContent =
  | { readonly id: string }
  | { readonly type: 'favourite' | 'reblog'; readonly statusId: string }
  | { readonly type: 'follow'; readonly day: string };

export function readGroupKey(key: string): GroupContent | null {
  const [, id] = /^ungrouped-(\d+)$/.exec(key) ?? [];
  if (id !== undefined) return { id };
  const [, day] = /^follow-(\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
  if (day !== undefined) return { type: 'follow', day };
  const [, type, statusId] = /^(favourite|reblog)-(\d+)$/.exec(key) ?? [];
  if (statusId === undefined) return null;
  return { type: type === 'reblog' ? 'reblog' : 'favourite', statusId };
}

export interface NotificationGroup {
  readonly key: string;
  /** Newest first, and never none. */
  readonly rows: readonly [NotificationRow, ...NotificationRow[]];
}

/** The notifications of one page in groups, in the order of the newest of each. */
export function groupNotifications(
  rows: readonly NotificationRow[],
  grouped: readonly string[] = GROUPABLE,
): NotificationGroup[] {
  const groups = new Map<string, [NotificationRow, ...NotificationRow[]]>();
  for (const row of rows) {
    const key = groupKeyOf(row, grouped);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].map(([key, inside]) => ({ key, rows: inside }));
}
