import { newId } from '@/utils/kernel/ids';
import { type Result, succeed } from '@/utils/kernel/result';
import type { Practice } from '@/utils/practice/practice';
import { type DraftChange, type DraftPorts, isOwnSave, saveDraft } from './drafts';
import { apart, carriedOn, type Draft } from './entry';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

export interface KeptText {
  /** Where the text stands: the draft that it was typed in, or one of its own. */
  readonly draft: Draft;
  /** Null where it stands where it was typed. `text`: what another window left there; null once that was sent or deleted. */
  readonly other: { readonly text: Practice | null } | null;
}

/** `spareId`: what it is called once it must stand apart; without one each try is a draft of its own. */
export interface TypedText extends DraftChange {
  readonly spareId?: string | undefined;
}

type Kept = Promise<Result<KeptText, OutboxProblem>>;

/**
 * Saves what was typed, whatever another window did meanwhile: where that changed, sent or deleted the draft, this text
 * becomes a draft of its own (`spareId`, so that every later try finds the same one). No text is ever thrown away.
 */
export function keepText(db: OutboxDatabase, change: TypedText, ports: DraftPorts): Kept {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries, db.discarded], async (): Kept => {
      const saved = await saveDraft(db, change, ports.clock);
      if (saved.ok) return succeed({ draft: saved.value, other: null });
      const code = saved.error.code;
      if (code !== 'draft-changed-elsewhere' && code !== 'draft-gone') return saved;
      const there = await db.drafts.get(change.draftId);
      const draft = await putApart(db, there ?? (await wasThere(db, change.draftId)), change, ports);
      return succeed({ draft, other: { text: there?.practice ?? null } });
    }),
  );
}

async function putApart(
  db: OutboxDatabase,
  origin: Omit<Draft, 'id' | 'practice' | 'activityId' | 'revision' | 'updatedAt'> | undefined,
  { practice, unanswered = [], spareId = newId() }: TypedText,
  { clock, bytes }: DraftPorts,
): Promise<Draft> {
  const now = clock();
  const earlier = await db.drafts.get(spareId);
  if (earlier !== undefined && isOwnSave(earlier.practice, [practice, ...unanswered])) {
    const again = { ...earlier, practice, revision: earlier.revision + 1, updatedAt: now };
    await db.drafts.put(again);
    return again;
  }
  const { corrects = null, answers = null, reference = '', createdAt = now } = origin ?? {};
  const like: Draft = {
    id: spareId,
    reference,
    practice,
    activityId: null,
    corrects,
    answers,
    ...carriedOn(origin ?? {}),
    revision: 0,
    createdAt,
    updatedAt: now,
  };
  const id = earlier === undefined ? spareId : newId(bytes);
  const own = { ...apart(like, bytes), id };
  await db.drafts.add(own);
  return own;
}

/** What became of a draft that is gone: sent, or deleted a moment ago. */
async function wasThere(db: OutboxDatabase, draftId: string) {
  return (await db.entries.get(draftId)) ?? (await db.discarded.get(draftId))?.row;
}
