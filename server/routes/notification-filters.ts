import { many, one, type Parameters } from '../parameters';
import { readMarkers } from '../store/markers';
import type { NotificationFilter } from '../store/notification-lists';
import { readNotifications } from '../store/notification-lists';
import type { NotificationRow } from '../store/notifications';
import type { Store } from '../store/store';
import { limitOf, toId } from './page-links';

export const NOTIFICATION_PAGE = { usual: 40, most: 80 };

/** Which notifications a request asks for. */
export function filterOf(parameters: Parameters): NotificationFilter {
  const types = many(parameters, 'types');
  return {
    types: types.length === 0 ? undefined : types,
    withoutTypes: many(parameters, 'exclude_types'),
    from: one(parameters, 'account_id'),
  };
}

/** What a member has not seen yet: newer than their mark, no more than the request's limit. */
export async function unreadOf(
  store: Store,
  reader: string,
  parameters: Parameters,
): Promise<NotificationRow[]> {
  const markers = await readMarkers(store, reader);
  const mark = markers.find(({ timeline }) => timeline === 'notifications');
  return readNotifications(store, reader, filterOf(parameters), {
    limit: limitOf(parameters, { usual: 100, most: 1000 }),
    sinceId: toId(mark?.last_read_id ?? '0'),
  });
}
