import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Checkbox } from '@/components/ui/Checkbox';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import { useAttempt } from '@/components/ui/use-attempt';
import type { SystemView } from '@/utils/messaging/site-views';
import styles from './SystemState.module.css';

interface SystemStateProps {
  system: SystemView;
  tries: boolean;
  onTry: (tries: boolean) => Promise<Trouble | null>;
}

/** How sure it is that a system is recognised well; where it is not, the person may have it tried. */
export function SystemState({ system: { tested, sure }, tries, onTry }: SystemStateProps) {
  const { t } = useText();
  // As pressed at once: what is kept follows a moment later, and the box must not jump back meanwhile.
  const [shown, setShown] = useState(tries);
  useEffect(() => setShown(tries), [tries]);
  const [state, run] = useAttempt(async (wanted: boolean) => {
    setShown(wanted);
    const trouble = await onTry(wanted);
    if (trouble !== null) setShown(tries);
    return trouble;
  });
  const proof =
    tested.length === 0 ? t('systems.untested') : t('systems.tested', { tested: tested.join(', ') });
  return (
    <div class={styles.state}>
      <p>{proof}</p>
      {!sure && (
        <>
          <p>{t(shown ? 'systems.trying' : 'systems.unsure')}</p>
          <Checkbox checked={shown} onChange={run}>
            {t('systems.try')}
          </Checkbox>
        </>
      )}
      {state.kind === 'failed' && <ProblemNotice problem={state.trouble} />}
    </div>
  );
}
