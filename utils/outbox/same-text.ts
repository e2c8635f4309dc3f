import type { FoundPost } from '@/utils/community/connector';
import { outOfFormat } from '@/utils/practice/format';
import type { Entry } from './entry';

/** Whether a post that was found says what this entry says, however its platform breaks lines. */
export function saysTheSame(
  { text }: Pick<FoundPost, 'text'>,
  entry: Pick<Entry, 'text' | 'format'>,
): boolean {
  return flat(text) === flat(outOfFormat(entry.text, entry.format ?? 'plain'));
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
