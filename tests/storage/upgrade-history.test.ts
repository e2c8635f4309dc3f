import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { PromptSchema } from '@/utils/prompting/prompt';
import { Database } from '@/utils/storage/database';
import { duePrompt, NOW } from '../support/background-world';

test('what came of activities is remembered apart from their titles, and an odd prompt keeps no other from it', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie('person', options);
  old.version(4).stores({ prompts: 'id, state, createdAt, [tabId+state]', settings: 'version' });
  const answered = { ...duePrompt, state: 'answered', answer: 'not-now', shownAt: NOW, answeredAt: NOW + 1 };
  await old
    .table('prompts')
    .bulkAdd([
      Object.fromEntries(Object.entries(answered).filter(([name]) => name !== 'batch')),
      { id: 'odd', activity: 'iets', createdAt: NOW },
    ]);
  old.close();

  const db = new Database(options, 'person');
  const { id, site, verb, system, count, at } = duePrompt.activity;
  expect(await db.history.toArray()).toEqual([
    {
      ...{ id, site, verb, system, count, at, reason: 'eligible' },
      ...{ shownAt: NOW, answer: 'not-now', answeredAt: NOW + 1 },
    },
  ]);
  expect(PromptSchema.parse(await db.prompts.get(duePrompt.id))).toMatchObject({
    batch: [],
    answer: 'not-now',
  });
  expect(await db.prompts.count()).toBe(2);
});
