import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import styles from './Steps.module.css';

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly content: ComponentChildren;
  /** Something is left to do in it: going on is skipping that. */
  readonly open: boolean;
}

interface StepsProps {
  steps: readonly Step[];
  /** Which one stands there, from 0. */
  at: number;
  onGo: (at: number) => void;
}

/** One step at a time, each of which may be skipped; a step that comes gets the focus on its title. */
export function Steps({ steps, at, onGo }: StepsProps) {
  const { t } = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const stoodAt = useRef(at);
  const step = steps[at];
  useEffect(() => {
    if (stoodAt.current === at) return; // the page has just opened: nobody went anywhere
    stoodAt.current = at;
    title.current?.focus();
  }, [at]);
  if (step === undefined) return null;
  const isLast = at === steps.length - 1;
  return (
    <section class={styles.step} aria-labelledby={titleId}>
      <p class={styles.count}>
        {t('welcome.step', { step: at + 1, of: steps.length })}
        <progress class={styles.progress} value={at + 1} max={steps.length} aria-hidden="true" />
      </p>
      <h2 class={styles.title} id={titleId} ref={title} tabIndex={-1}>
        {step.title}
      </h2>
      {step.content}
      <div class={styles.ways}>
        {at > 0 && (
          <Button variant="quiet" onPress={() => onGo(at - 1)}>
            {t('welcome.back')}
          </Button>
        )}
        {!isLast && (
          <Button variant={step.open ? 'secondary' : 'primary'} onPress={() => onGo(at + 1)}>
            {t(step.open ? 'welcome.skip' : 'welcome.next')}
          </Button>
        )}
      </div>
    </section>
  );
}
