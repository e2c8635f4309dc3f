import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Confirm } from '@/components/ui/Confirm';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Select } from '@/components/ui/Select';
import type { Trouble } from '@/components/ui/trouble';
import { useAttempt } from '@/components/ui/use-attempt';
import type { Retention } from '@/utils/settings/settings';

interface RetentionChoiceProps {
  chosen: Retention;
  onChoose: (retentionDays: Retention) => Promise<Trouble | null>;
}

const CHOICES: readonly Retention[] = [null, 30, 90, 365];

/** After how long own copies of delivered texts go. A shorter time removes texts at once, so it is asked first. */
export function RetentionChoice({ chosen, onChoose }: RetentionChoiceProps) {
  const { t } = useText();
  const [asked, setAsked] = useState<Retention>(null);
  const [state, choose] = useAttempt(onChoose);
  const pick = (value: string): void => {
    const picked = CHOICES.find((choice) => keyOf(choice) === value) ?? null;
    if (isShorter(picked, chosen)) setAsked(picked);
    else choose(picked);
  };
  return (
    <>
      <Select
        label={t('options.retention')}
        hint={t('options.retention-hint')}
        value={keyOf(asked ?? chosen)}
        onChange={pick}
        options={CHOICES.map((choice) => ({
          value: keyOf(choice),
          label: t(`options.retention-${choice ?? 'never'}`),
        }))}
      />
      {state.kind === 'failed' && <ProblemNotice problem={state.trouble} />}
      {asked !== null && (
        <Confirm
          title={t('options.retention-title')}
          action={t(`options.retention-${asked}`)}
          attempt={() => onChoose(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t('options.retention-text')}</p>
        </Confirm>
      )}
    </>
  );
}

function keyOf(choice: Retention): string {
  return String(choice ?? 'never');
}

function isShorter(picked: Retention, chosen: Retention): boolean {
  return picked !== null && (chosen === null || picked < chosen);
}
