import type { Text } from '@/utils/language';

/** The title that a row shows: its own, or else which post it answers; `untitled` where it has and answers none. */
export function shownTitle(t: Text, title: string, answers: string | undefined, untitled: string): string {
  const own = title.trim();
  if (own !== '') return own;
  return answers === undefined ? untitled : t('shared.reply-to', { title: answers });
}
