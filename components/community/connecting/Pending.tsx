import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import type { PendingView } from '@/utils/messaging/sign-in-views';
import styles from './connecting.module.css';
import { PendingCode } from './PendingCode';
import { PendingKey } from './PendingKey';
import type { Connecting } from './use-connecting';

interface PendingProps {
  pending: PendingView;
  connecting: Connecting;
  /** By the press that brought it here: the focus comes along. */
  isBegun: boolean;
}

/** A sign-in that goes on at the platform's own page, and the way to stop it. */
export function Pending({ pending, connecting, isBegun }: PendingProps) {
  const { t } = useText();
  const { id, title, address } = pending;
  const heading = useRef<HTMLHeadingElement>(null);
  const [over, setOver] = useState<Trouble | null>(null);
  useEffect(() => {
    if (isBegun) heading.current?.focus();
  }, []);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (over !== null && isLost) heading.current?.focus();
  }, [over]);
  const end = (trouble: Trouble): void => {
    connecting.went(pending); // the background forgets it: its reason stays until the person has read it
    setOver(trouble);
  };
  return (
    <section class={styles.found} aria-label={t('connect.pending', { title })}>
      <h4 class={styles.heading} ref={heading} tabIndex={-1}>
        {t('connect.pending', { title })}
      </h4>
      <p class={styles.aside}>{new URL(address).host}</p>
      {over === null ? (
        <>
          {pending.state === 'code' ? (
            <PendingCode pending={pending} connecting={connecting} onOver={end} />
          ) : (
            <PendingKey pending={pending} onStep={connecting.went} />
          )}
          <ActionButton variant="quiet" attempt={() => connecting.cancel(id)} done={t('connect.stopped')}>
            {t('connect.stop')}
          </ActionButton>
        </>
      ) : (
        <>
          <ProblemNotice problem={over} />
          <ActionButton variant="primary" attempt={() => connecting.cancel(id)}>
            {t('connect.begin-again')}
          </ActionButton>
        </>
      )}
    </section>
  );
}
