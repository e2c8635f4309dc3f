import { useText } from '@/components/hooks/text';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import type { PracticeProblem } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { TopicsField } from './TopicsField';

interface PracticeFieldsProps {
  practice: Practice;
  /** What keeps it from being sent; shown at the field. Empty until the person wanted to send. */
  problems: readonly PracticeProblem[];
  onChange: (change: Partial<Practice>) => void;
}

/** What the person writes. */
export function PracticeFields({ practice, problems, onChange }: PracticeFieldsProps) {
  const { t } = useText();
  const errorOf = (problem: PracticeProblem): string | null =>
    problems.includes(problem) ? t(`sidebar.problem-${problem}`) : null;
  return (
    <>
      <TextField
        label={t('sidebar.field-title')}
        value={practice.title}
        onInput={(title) => onChange({ title })}
      />
      <TextArea
        label={t('sidebar.field-did')}
        hint={t('sidebar.field-did-hint')}
        value={practice.did}
        onInput={(did) => onChange({ did })}
        error={errorOf('did-missing') ?? errorOf('too-long')}
        rows={5}
      />
      <TextArea
        label={t('sidebar.field-why')}
        hint={t('sidebar.field-why-hint')}
        value={practice.why}
        onInput={(why) => onChange({ why })}
        rows={2}
      />
      <TextArea
        label={t('sidebar.field-tip')}
        hint={t('sidebar.field-tip-hint')}
        value={practice.tip}
        onInput={(tip) => onChange({ tip })}
        rows={2}
      />
      <TopicsField
        topics={practice.topics}
        onChange={(topics) => onChange({ topics })}
        error={errorOf('too-many-topics')}
      />
    </>
  );
}
