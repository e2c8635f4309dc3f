/** What a text goes through on its way, and what only a rehearsal does at the end. */
export const STAGES = ['draft', 'waiting', 'sending', 'delivered', 'erased'] as const;
export type Stage = (typeof STAGES)[number];

/** Long enough to read the word for it, in ms; nothing moves by itself from the first and the last. */
const LASTS: Readonly<Record<Stage, number | null>> = {
  draft: null,
  waiting: 1_200,
  sending: 1_200,
  delivered: 2_500,
  erased: null,
};

/** The stage that follows by itself and after how many ms; null where the person comes next. */
export function following(stage: Stage): { readonly stage: Stage; readonly afterMs: number } | null {
  const afterMs = LASTS[stage];
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return afterMs === null || next === undefined ? null : { stage: next, afterMs };
}
