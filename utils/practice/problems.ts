import { MAX_TOPICS, type Practice } from './practice';
import { tidy } from './tidy';

export type PracticeProblem = 'did-missing' | 'too-many-topics' | 'too-long';

/** How long the rendered text is and may be, in characters as the community counts them. */
export interface Size {
  readonly length: number;
  readonly max: number;
}

/** What keeps a practice from being sent, in the order of the fields; empty when it may go. */
export function problemsOf(practice: Practice, size?: Size): readonly PracticeProblem[] {
  const { did, topics } = tidy(practice);
  const problems: PracticeProblem[] = [];
  if (did === '') problems.push('did-missing');
  if (topics.length > MAX_TOPICS) problems.push('too-many-topics');
  if (size !== undefined && size.length > size.max) problems.push('too-long');
  return problems;
}
