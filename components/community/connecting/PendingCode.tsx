import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { describeUntil } from '@/components/hooks/times';
import { useNow } from '@/components/hooks/use-now';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { PendingCode as PendingCodeView } from '@/utils/messaging/sign-in-views';
import styles from './connecting.module.css';
import type { Connecting } from './use-connecting';

interface PendingCodeProps {
  pending: PendingCodeView;
  connecting: Connecting;
  /** It came to nothing: the code opens nothing any more. */
  onOver: (trouble: Trouble) => void;
}

/** A code to type on the platform's page; we ask there whether it was typed, as often as it allows. */
export function PendingCode({ pending, connecting, onOver }: PendingCodeProps) {
  const { t, language } = useText();
  const now = useNow(MINUTE_MS);
  const trouble = useTyped(pending, connecting.went, onOver);
  const { title, code, page, expiresAt } = pending;
  return (
    <>
      <p>{t('connect.code-lead', { title })}</p>
      <div class={styles.copy}>
        <span
          class={styles.big}
          aria-label={t('connect.code-aloud', { code: [...code].join(' ') })}
          role="img"
        >
          {code}
        </span>
        <ActionButton
          attempt={() => connecting.copy(code)}
          done={t('ui.copied')}
          label={t('connect.copy-code')}
        >
          {t('connect.copy')}
        </ActionButton>
      </div>
      <p>
        <Link href={page}>{t('connect.open')}</Link>
      </p>
      <p role="status">{trouble === null && t('connect.code-waits')}</p>
      <p class={styles.aside}>{t('connect.code-until', { when: describeUntil(expiresAt, now, language) })}</p>
      <ProblemNotice problem={trouble} />
    </>
  );
}

/** What ends a sign-in; anything else, such as a network that is away for a moment, is asked about again. */
const OVER: readonly Trouble['code'][] = ['sign-in-expired', 'sign-in-refused', 'sign-in-failed'];

function useTyped(
  { id, askAgainMs }: PendingCodeView,
  onStep: Connecting['went'],
  onOver: PendingCodeProps['onOver'],
): Trouble | null {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turn, setTurn] = useState(0);
  const tell = useRef(onStep);
  tell.current = onStep;
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      const step = await ask('community:sign-in-step', { id });
      if (isGone) return;
      if (!step.ok && OVER.includes(step.error.code)) return onOver(step.error);
      setTrouble(step.ok ? null : step.error);
      if (step.ok && step.value.state === 'connected') tell.current(step.value);
      else setTurn((before) => before + 1);
    }, askAgainMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, askAgainMs, turn]);
  return trouble;
}
