import type { Community } from '@/utils/community/community';
import type { Entry } from './entry';

/**
 * Whether an entry may be sent again at once though a try may have arrived: the community keeps its key, or the same
 * edit of the same post changes nothing.
 */
export function mayRepeat(
  { corrects }: Pick<Entry, 'corrects'>,
  { keepsKeys }: Pick<Community, 'keepsKeys'>,
): boolean {
  return keepsKeys || corrects !== null;
}
