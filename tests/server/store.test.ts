import * as fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { openStore } from '@/server/store/open-store';
import { ID_DIGITS, idMaker } from '@/server/store/status-id';
import { aServer, NOW } from './support';

describe('ids', () => {
  test('are new, of one length, and in the order of time, however the clock and chance behave', () => {
    const steps = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.uint8Array({ minLength: 2, maxLength: 2 }), (moves, chance) => {
        let now = NOW;
        const newId = idMaker(
          () => now,
          () => chance,
        );
        const ids = moves.map((move) => {
          now += move;
          return newId();
        });
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(ids.every((id) => /^\d+$/.test(id) && id.length === ID_DIGITS)).toBe(true);
      }),
    );
  });
});

test('a folder has one server; whoever comes next is told so, and may come when it has gone', async (context) => {
  context.skip(inject('postgres') !== undefined, 'a folder is what SQLite needs');
  const server = await aServer();
  const again = await openStore({ folder: server.folder, communityName: 'Tweede' });
  expect(again).toEqual({ ok: false, error: 'in-use' });
  await server.restart();
});
