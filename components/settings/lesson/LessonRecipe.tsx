import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Disclosure } from '@/components/ui/Disclosure';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import type { Replies } from '@/utils/messaging/contract';
import { describeMistake } from '../recipe-mistake';

export type Checked = Result<Replies['lesson:check'], Trouble>;

interface LessonRecipeProps {
  text: string;
  onInput: (text: string) => void;
  /** Tries a text with the lesson's own test. */
  check: (text: string) => Promise<Checked>;
}

/** The recipe as text, what is wrong with it and how it does in the lesson's own test. */
export function LessonRecipe({ text, onInput, check }: LessonRecipeProps) {
  const { t } = useText();
  const checked = useChecked(text, check);
  const read = checked?.ok ? checked.value : null;
  const mistake = read === null || read.ok ? null : describeMistake(t, read.error);
  return (
    <>
      <Disclosure title={t('lesson.recipe-title')}>
        <TextArea
          label={t('lesson.recipe')}
          hint={t('lesson.recipe-hint')}
          value={text}
          onInput={onInput}
          error={mistake}
          rows={5}
        />
      </Disclosure>
      {checked !== null && !checked.ok && <ProblemNotice problem={checked.error} />}
      {read?.ok && read.value.length === 0 && (
        <Notice tone="success" silent>
          {t('lesson.check-good')}
        </Notice>
      )}
      {read?.ok &&
        read.value.map((finding) => (
          <Notice tone="warning" key={finding}>
            {t(`lesson.check-${finding}`)}
          </Notice>
        ))}
    </>
  );
}

/** The newest text's outcome: an older answer that comes late is of no use. */
function useChecked(text: string, check: (text: string) => Promise<Checked>): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
    void check(text).then((outcome) => {
      if (newest.current === text) setChecked(outcome);
    });
  }, [text, check]);
  return checked;
}
