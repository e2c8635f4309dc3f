import { expect, test } from 'vitest';
import { zoneAtMidday } from '@/scripts/browsers/midday';

test('there is a zone at noon at every hour of the day', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = Date.UTC(2026, 10, 25, hour, 30);
    const local = new Intl.DateTimeFormat('en', {
      timeZone: zoneAtMidday(now),
      hour: 'numeric',
      hourCycle: 'h23',
    }).format(now);
    expect(Number(local)).toBe(12);
  }
});
