import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { SharedView } from '@/utils/messaging/library-views';
import { SharedRow } from './SharedRow';
import type { SharedActions } from './shared-actions';

interface OpenQuestionsProps {
  questions: readonly SharedView[];
  now: number;
  actions: SharedActions;
  /** How many are shown before "more". */
  atOnce: number;
}

/** Questions of colleagues that fit what somebody just did; nothing where there are none. */
export function OpenQuestions({ questions, now, actions, atOnce }: OpenQuestionsProps) {
  const { t } = useText();
  if (questions.length === 0) return null;
  return (
    <Section title={t('shared.open-questions')} size="small" items={questions.length}>
      <ShortList atOnce={atOnce}>
        {questions.map((question) => (
          <SharedRow key={question.id} shared={question} now={now} actions={actions} />
        ))}
      </ShortList>
    </Section>
  );
}
