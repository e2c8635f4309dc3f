import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupKeyOf, groupNotifications, readGroupKey } from '@/server/notification-groups';
import type { NotificationRow } from '@/server/store/notifications';
import type { NotificationType } from '@/server/store/schema-people';

const TYPES: readonly NotificationType[] = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'update',
];

const rows: fc.Arbitrary<NotificationRow[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      from_account_id: fc.constantFrom('1', '2', '3'),
      status_id: fc.constantFrom('11', '12'),
      created_at: fc.constantFrom('2026-11-24T23:59:59.999Z', '2026-11-25T00:00:00.000Z'),
    }),
  )
  .map((list) =>
    list.map((row, n) => ({
      ...row,
      community_id: '1',
      account_id: '9',
      id: String(list.length - n).padStart(18, '0'),
      place_id: null,
      status_id: row.type.startsWith('follow') ? null : row.status_id,
    })),
  );

describe('groups', () => {
  test('hold every notification once, those of one key together, in the order of their newest', () => {
    fc.assert(
      fc.property(rows, fc.subarray([...TYPES]), (list, grouped) => {
        const groups = groupNotifications(list, grouped);
        const inside = groups.flatMap((group) => group.rows.map(({ id }) => id));
        expect([...inside].sort()).toEqual(list.map(({ id }) => id).sort());
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const { key, rows: together } of groups) {
          for (const row of together) expect(groupKeyOf(row, grouped)).toBe(key);
          expect(together.map(({ id }) => id)).toEqual(
            together
              .map(({ id }) => id)
              .sort()
              .reverse(),
          );
        }
        const newest = groups.map(({ rows: [row] }) => row.id);
        expect(newest).toEqual([...newest].sort().reverse());
      }),
    );
  });

  test('only thanks, boosts and new followers come together, and every key can be read back', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const { key, rows: together } of groupNotifications(list, TYPES)) {
          if (together.length > 1) expect(['favourite', 'reblog', 'follow']).toContain(together[0].type);
          expect(readGroupKey(key)).not.toBeNull();
        }
      }),
    );
  });

  test.each(['', 'favourite-', 'mention-1', 'follow-', 'follow-2026', 'ungrouped-x', '%00'])(
    '"%s" is no key',
    (key) => {
      expect(readGroupKey(key)).toBeNull();
    },
  );
});
