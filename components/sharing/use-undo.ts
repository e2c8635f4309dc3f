import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import type { Practice } from '@/utils/practice/practice';
import { type ChangePractice, type Step, stepOf, wayBack } from './undo';

/** The last change that a button made, while it can be undone. */
export interface Undo {
  readonly said: string;
  readonly undo: () => void;
}

/** Remembers what a button changed; what is typed, the browser's own undo takes back. */
export function useUndo(
  practice: Practice,
  change: (change: Partial<Practice>) => void,
  /** The button that did it is gone: the focus goes somewhere. */
  onUndone: () => void,
): readonly [ChangePractice, Undo | null] {
  const { t } = useText();
  const announce = useAnnounce();
  const [step, setStep] = useState<Step | null>(null);
  const back = step === null ? null : wayBack(practice, step);
  const onChange: ChangePractice = (next, said) => {
    if (said !== undefined) setStep(stepOf(practice, next, said));
    if (said !== undefined) announce(said);
    change(next);
  };
  if (step === null || back === null) return [onChange, null];
  const undo = (): void => {
    change(back);
    setStep(null);
    announce(t('sidebar.undone'));
    onUndone();
  };
  return [onChange, { said: step.said, undo }];
}
