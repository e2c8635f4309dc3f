import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { openFirefoxWorld } from '../support/firefox-world';

test('Firefox keeps what is written for good, and asked nobody for it', async () => {
  const page = await (await openFirefoxWorld()).open('options.html');
  await until('storage that stays', () => page.evaluate(() => navigator.storage.persisted()));
  expect(
    await page.evaluate(() =>
      navigator.permissions.query({ name: 'persistent-storage' }).then(({ state }) => state),
    ),
  ).toBe('granted');
});
