import type { Community } from '@/utils/community/community';
import type { Practice } from '@/utils/practice/practice';
import type { TitleLimits } from '@/utils/practice/problems';
import type { Draft } from './entry';
import type { OutboxDatabase } from './store';

/** Whether a text of this kind may stand there: conclusions stand on pages, all that is talked about in streams. */
export function takes(
  { kind = 'stream' }: Pick<Community, 'kind'>,
  practice: Pick<Practice, 'kind'>,
): boolean {
  return (kind === 'page') === (practice.kind === 'conclusion');
}

/** How long the title of a text may be there; undefined where that is not said, and for a reply: it has none there. */
export async function titleLimitsFor(
  db: Pick<OutboxDatabase, 'entries'>,
  { answers, corrects }: Pick<Draft, 'answers' | 'corrects'>,
  community: Pick<Community, 'titleLimits'> | null | undefined,
): Promise<TitleLimits | undefined> {
  const limits = community?.titleLimits;
  if (limits === undefined || corrects === null) return answers === null ? limits : undefined;
  // A correction says nothing of what its post answers: the entry that brought it does.
  return (await db.entries.get(corrects.entryId))?.answers === null ? limits : undefined;
}
