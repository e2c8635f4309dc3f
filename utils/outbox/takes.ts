import type { Community } from '@/utils/community/community';
import type { Practice } from '@/utils/practice/practice';

/** Whether a text of this kind may stand there: conclusions stand on pages, all that is talked about in streams. */
export function takes(
  { kind = 'stream' }: Pick<Community, 'kind'>,
  practice: Pick<Practice, 'kind'>,
): boolean {
  return (kind === 'page') === (practice.kind === 'conclusion');
}
