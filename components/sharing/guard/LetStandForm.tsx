import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { Button } from '@/components/ui/Button';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { TextField } from '@/components/ui/TextField';
import type { Problem } from '@/utils/messaging/contract';
import type { FindingView } from '@/utils/messaging/guard-views';
import styles from './guard.module.css';
import { useGuard } from './guard-scope';

interface LetStandFormProps {
  finding: FindingView;
  onDone: () => void;
}

const LONGEST_REASON = 300;

/** Asks why something may stand. The reason stays on this machine. */
export function LetStandForm({ finding, onDone }: LetStandFormProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const guard = useGuard();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Before the next key can come: whoever goes on typing at once must not type into nothing.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const letStand = async (): Promise<void> => {
    const said = reason.trim().slice(0, LONGEST_REASON);
    setIsMissing(said === '');
    if (said === '' || guard === null) return form.current?.querySelector('input')?.focus();
    const failed = await guard.letStand(finding, said);
    setProblem(failed);
    if (failed !== null) return;
    announce(t('guard.left-said', { kind: t(`guard.kind-${finding.kind}`) }));
    onDone();
  };
  return (
    <form class={styles.form} ref={form} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextField
        label={t('guard.reason')}
        hint={t('guard.reason-hint')}
        value={reason}
        onInput={setReason}
        error={isMissing ? t('guard.reason-missing') : null}
      />
      {problem !== null && <ProblemNotice problem={problem} />}
      <div class={styles.actions}>
        <Button submits onPress={() => void letStand()}>
          {t('guard.leave-yes')}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {t('guard.leave-no')}
        </Button>
      </div>
    </form>
  );
}
