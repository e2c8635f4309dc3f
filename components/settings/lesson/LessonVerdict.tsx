import { useText } from '@/components/hooks/text';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Checked } from './use-checked';

/** How a recipe does in its lesson's own test. Nothing while it cannot be read: its field says why. */
export function LessonVerdict({ checked }: { checked: Checked | null }) {
  const { t } = useText();
  if (checked === null) return null;
  if (!checked.ok) return <ProblemNotice problem={checked.error} />;
  if (!checked.value.ok) return null;
  const { value: findings } = checked.value;
  if (findings.length === 0) {
    return (
      <Notice tone="success" silent>
        {t('lesson.check-good')}
      </Notice>
    );
  }
  return (
    <Notice tone="warning">
      {findings.map((finding) => (
        <p key={finding}>{t(`lesson.check-${finding}`)}</p>
      ))}
    </Notice>
  );
}
