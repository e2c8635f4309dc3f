import type { Practice } from '@/utils/practice/practice';

/** A change of the practice; `said` is what a button did, in words: then it can be undone. */
export type ChangePractice = (change: Partial<Practice>, said?: string) => void;

/** What a button changed, and what stood there before. */
export interface Step {
  readonly before: Partial<Practice>;
  readonly after: Partial<Practice>;
  readonly said: string;
}

export function stepOf(practice: Practice, after: Partial<Practice>, said: string): Step {
  const before = Object.fromEntries(namesOf(after).map((name) => [name, practice[name]]));
  return { before, after, said };
}

/** The change that undoes a step: of the fields that are still as it left them. Null where none is. */
export function wayBack(practice: Practice, { before, after }: Step): Partial<Practice> | null {
  const untouched = namesOf(after).filter((name) => practice[name] === after[name]);
  if (untouched.length === 0) return null;
  return Object.fromEntries(untouched.map((name) => [name, before[name]]));
}

function namesOf(change: Partial<Practice>): (keyof Practice)[] {
  return Object.keys(change) as (keyof Practice)[];
}
