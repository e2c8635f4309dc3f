import { MAX_PICTURES, MAX_TOPICS, type Practice } from './practice';
import { tidy } from './tidy';
import { isReply } from './words';

export type PracticeProblem =
  | 'did-missing'
  | 'title-short'
  | 'title-long'
  | 'too-many-topics'
  | 'description-missing'
  | 'pictures-refused'
  | 'too-long';

/** How long a title may be, in code points. */
export interface TitleLimits {
  readonly least: number;
  readonly most: number;
}

/** How long the rendered text is and may be, in characters as the community counts them. */
export interface Size {
  readonly length: number;
  readonly max: number;
  /** How many pictures the community takes with a post; absent: as many as there may be. */
  readonly pictures?: number;
  /** Absent: a title may be as it is. */
  readonly title?: TitleLimits | undefined;
}

/** What keeps a practice from being sent, in the order of the fields; empty when it may go. */
export function problemsOf(practice: Practice, size?: Size): readonly PracticeProblem[] {
  const { title, did, topics } = tidy(practice);
  const { pictures = [] } = practice;
  const problems: PracticeProblem[] = [];
  if (did === '') problems.push('did-missing');
  const titleLength = [...title].length;
  // A reply has none; and what is not begun is missed once.
  const limits = isReply(practice) || did === '' ? undefined : size?.title;
  if (limits !== undefined && titleLength < limits.least) problems.push('title-short');
  if (limits !== undefined && titleLength > limits.most) problems.push('title-long');
  if (topics.length > MAX_TOPICS) problems.push('too-many-topics');
  if (pictures.some(({ description }) => description.trim() === '')) problems.push('description-missing');
  if (pictures.length > (size?.pictures ?? MAX_PICTURES)) problems.push('pictures-refused');
  if (size !== undefined && size.length > size.max) problems.push('too-long');
  return problems;
}
