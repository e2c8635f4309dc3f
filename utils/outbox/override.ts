import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Override } from '@/utils/privacy/override';
import type { Draft } from './entry';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

/** So many, the oldest go first: what they let stand is asked about again, and nothing is lost. */
const MOST = 100;

/** Keeps beside a draft what the person lets stand in it, and why. Said again, the last reason counts. */
export function letStandInDraft(
  db: OutboxDatabase,
  draftId: string,
  override: Override,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', db.drafts, async () => {
      const draft = await db.drafts.get(draftId);
      if (draft === undefined) return fail({ code: 'draft-gone' });
      const others = (draft.overrides ?? []).filter(
        ({ kind, text }) => kind !== override.kind || text !== override.text,
      );
      const saved: Draft = { ...draft, overrides: [...others, override].slice(-MOST) };
      await db.drafts.put(saved);
      return succeed(saved);
    }),
  );
}
