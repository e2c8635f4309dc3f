import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';

interface DiagnosisViewProps {
  onRead: () => Promise<Result<{ readonly text: string }, Trouble>>;
  onCopy: (text: string) => Promise<Trouble | null>;
}

/** Facts for a helpdesk, shown whole before anybody copies them. */
export function DiagnosisView({ onRead, onCopy }: DiagnosisViewProps) {
  const { t } = useText();
  const [text, setText] = useState<string | null>(null);
  const read = async (): Promise<Trouble | null> => {
    const answer = await onRead();
    if (!answer.ok) return answer.error;
    setText(answer.value.text);
    return null;
  };
  if (text === null) return <ActionButton attempt={read}>{t('options.diagnosis-show')}</ActionButton>;
  return (
    <>
      <TextArea label={t('options.diagnosis')} value={text} rows={10} />
      <ActionButton key="copy" attempt={() => onCopy(text)} done={t('ui.copied')}>
        {t('ui.copy')}
      </ActionButton>
    </>
  );
}
