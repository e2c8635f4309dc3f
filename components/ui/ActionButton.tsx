import type { ComponentChildren } from 'preact';
import styles from './ActionButton.module.css';
import { Button, type ButtonVariant } from './Button';
import { ProblemNotice } from './ProblemNotice';
import type { Attempt } from './trouble';
import { useAttempt } from './use-attempt';

interface ActionButtonProps {
  children: ComponentChildren;
  attempt: Attempt;
  variant?: ButtonVariant;
  /** Said aloud when it went well. */
  done?: string | undefined;
  /** See Button. */
  label?: string | undefined;
  submits?: boolean;
  /** As wide as what it stands in. */
  wide?: boolean;
}

/** A button for something that takes time and can fail: shows both, right there. */
export function ActionButton(props: ActionButtonProps) {
  const { children, attempt, variant = 'secondary', done, label, submits = false, wide = false } = props;
  const [state, run] = useAttempt(attempt, done);
  return (
    <div class={`${styles.action} ${wide ? styles.wide : ''}`}>
      <Button
        variant={variant}
        busy={state.kind === 'busy'}
        onPress={() => run()}
        label={label}
        submits={submits}
      >
        {children}
      </Button>
      {state.kind === 'failed' && <ProblemNotice problem={state.trouble} />}
    </div>
  );
}
