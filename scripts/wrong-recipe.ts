import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import type { Text } from '@/utils/language';

/** What is wrong with somebody's recipe, in the words that the extension uses for it. */
export function wrongRecipe(t: Text, file: string, { code, field, detail }: RecipeMistake): string {
  return t('recognise.recipe-wrong', { file, why: t(`recipe-mistakes.${code}`, { field, detail }) });
}
