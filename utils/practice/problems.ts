import { MAX_PICTURES, MAX_TOPICS, type Practice } from './practice';
import { tidy } from './tidy';

export type PracticeProblem =
  | 'did-missing'
  | 'too-many-topics'
  | 'description-missing'
  | 'pictures-refused'
  | 'too-long';

/** How long the rendered text is and may be, in characters as the community counts them. */
export interface Size {
  readonly length: number;
  readonly max: number;
  /** How many pictures the community takes with a post; absent: as many as there may be. */
  readonly pictures?: number;
}

/** What keeps a practice from being sent, in the order of the fields; empty when it may go. */
export function problemsOf(practice: Practice, size?: Size): readonly PracticeProblem[] {
  const { did, topics } = tidy(practice);
  const { pictures = [] } = practice;
  const problems: PracticeProblem[] = [];
  if (did === '') problems.push('did-missing');
  if (topics.length > MAX_TOPICS) problems.push('too-many-topics');
  if (pictures.some(({ description }) => description.trim() === '')) problems.push('description-missing');
  if (pictures.length > (size?.pictures ?? MAX_PICTURES)) problems.push('pictures-refused');
  if (size !== undefined && size.length > size.max) problems.push('too-long');
  return problems;
}
