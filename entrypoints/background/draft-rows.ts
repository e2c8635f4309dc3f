import type { DraftRow } from '@/utils/messaging/outbox-views';
import type { OutboxDatabase } from '@/utils/outbox/store';
import { titleOf } from '@/utils/practice/tidy';

/** Every draft as lists show it, the one that was changed last first. */
export async function draftRows(db: Pick<OutboxDatabase, 'drafts'>): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('updatedAt').reverse().toArray();
  return drafts.map(({ id, practice, updatedAt, corrects, answers }) => ({
    id,
    title: titleOf(practice),
    ...(answers === null ? {} : { answers: answers.title }),
    updatedAt,
    corrects: corrects !== null,
  }));
}
