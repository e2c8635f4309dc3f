import { expect, test } from 'vitest';
import { operationOf } from '@/utils/outbox/operation';
import { World } from '../support/outbox-world';

test.each(['markdown', 'html', 'wikitext'] as const)('a text in %s is sent as that', async (format) => {
  const world = await new World('forever', { format }).connect();
  const entry = await world.send('Een titel');
  expect(entry.format).toBe(format);
  expect(operationOf(entry)).toMatchObject({ format, text: entry.text });
});

test('plain text needs no word for it', async () => {
  const world = await new World('forever', { format: 'plain' }).connect();
  expect(await world.send('Een titel')).not.toHaveProperty('format');
});
