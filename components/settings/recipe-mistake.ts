import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import type { Text } from '@/utils/language';

/** The sentence that says which field of a recipe is wrong, and what to do. */
export function describeMistake(t: Text, { code, field, detail }: RecipeMistake): string {
  return t(`recipe-mistakes.${code}`, { field, detail });
}
