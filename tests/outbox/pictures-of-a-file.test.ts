import { expect, test } from 'vitest';
import { createDraft } from '@/utils/outbox/drafts';
import { exportData } from '@/utils/storage/export-data';
import { importData } from '@/utils/storage/import-data';
import { must, World } from '../support/outbox-world';
import { aJpeg, SECRETS } from '../support/picture-files';
import { aPractice } from '../support/practices';

test('a picture in which a camera wrote does not leave, whatever brought it here', async () => {
  const mine = await new World('forever', { pictures: 4 }).connect();
  const row = { type: 'image/jpeg', width: 1, height: 1, at: mine.now } as const;
  await mine.db.pictures.add({ id: 'camera', ...row, bytes: aJpeg() });
  const there = await new World('forever', { pictures: 4 }).connect();
  must(await importData(there.db, await exportData(mine.db, mine.now)));
  const practice = aPractice({ pictures: [{ id: 'camera', description: 'een kast' }] });
  const draft = must(await createDraft(there.db, { practice, activityId: null }, there));
  const { id } = await there.sendDraft(draft);
  await there.deliver();
  expect(await there.entry(id)).toMatchObject({ state: 'parked', reason: 'picture-lost' });
  const sent = there.server.requests.map((request) => JSON.stringify(request)).join();
  for (const secret of SECRETS) expect(sent).not.toContain(secret);
  expect(there.server.posts).toEqual([]);
});
