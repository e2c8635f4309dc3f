import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import type { Trouble } from '@/components/ui/trouble';
import { type AttemptState, useAttempt } from '@/components/ui/use-attempt';
import type { AskingView } from '@/utils/messaging/asking-views';
import type { AskingHours } from '@/utils/settings/asking';

export type AskingChosen = Pick<AskingView, 'hours' | 'perWeek'>;
export type AskingPart = 'often' | 'days' | 'times' | 'holidays' | 'leave';

export interface AskingEdit {
  readonly chosen: AskingChosen;
  /** Shows a change at once and saves it. */
  readonly change: (part: AskingPart, next: Partial<AskingChosen>) => void;
  readonly changeHours: (part: AskingPart, next: Partial<AskingHours>) => void;
  /** How the save of this part stands; idle where another was changed last. */
  readonly stateOf: (part: AskingPart) => AttemptState;
}

const IDLE: AttemptState = { kind: 'idle' };

/** What the person chose, as it is on the screen. A save that is under way is not undone by an older answer. */
export function useAsking(
  { hours, perWeek }: AskingView,
  onSave: (chosen: AskingChosen) => Promise<Trouble | null>,
): AskingEdit {
  const { t } = useText();
  const written = JSON.stringify({ hours, perWeek });
  const [chosen, setChosen] = useState<AskingChosen>({ hours, perWeek });
  const [part, setPart] = useState<AskingPart | null>(null);
  const underWay = useRef(0);
  const save = async (next: AskingChosen): Promise<Trouble | null> => {
    underWay.current += 1;
    return onSave(next).finally(() => {
      underWay.current -= 1;
    });
  };
  const [state, attempt] = useAttempt(save, t('asking.saved'));
  useEffect(() => {
    if (underWay.current === 0) setChosen(JSON.parse(written) as AskingChosen);
  }, [written]);
  const change: AskingEdit['change'] = (changed, wanted) => {
    const next = { ...chosen, ...wanted };
    setChosen(next);
    setPart(changed);
    attempt(next);
  };
  return {
    chosen,
    change,
    changeHours: (changed, next) => change(changed, { hours: { ...chosen.hours, ...next } }),
    stateOf: (one) => (one === part ? state : IDLE),
  };
}
