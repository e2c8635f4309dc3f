import type { Draft } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';

/** What kind of text is written: each has its own words, and as few fields as it needs. */
export type Shape = 'practice' | 'question' | 'answer' | 'reuse' | 'conclusion';

export function shapeOf({ kind }: Practice): Shape {
  return kind ?? 'practice';
}

/** Whether somebody may still say that it asks instead of tells: only of a new post. */
export function mayChangeKind({ corrects, answers }: Draft, { kind }: Practice): boolean {
  return corrects === null && answers === null && (kind === undefined || kind === 'question');
}

/** An answer and a reuse are one text, without a title, topics or a page. */
export function isOneText(shape: Shape): shape is 'answer' | 'reuse' {
  return shape === 'answer' || shape === 'reuse';
}
