import { useText } from '@/components/hooks/text';
import { Disclosure } from '@/components/ui/Disclosure';
import { TextArea } from '@/components/ui/TextArea';
import { describeMistake } from '../recipe-mistake';
import type { Checked } from './use-checked';

interface LessonRecipeProps {
  text: string;
  checked: Checked | null;
  onInput: (text: string) => void;
}

/** The recipe as text, for who wants to refine it; a mistake names its field. */
export function LessonRecipe({ text, checked, onInput }: LessonRecipeProps) {
  const { t } = useText();
  const read = checked?.ok ? checked.value : null;
  return (
    <Disclosure title={t('lesson.recipe-title')}>
      <TextArea
        label={t('lesson.recipe')}
        hint={t('lesson.recipe-hint')}
        value={text}
        onInput={onInput}
        error={read === null || read.ok ? null : describeMistake(t, read.error)}
        rows={5}
      />
    </Disclosure>
  );
}
