import type { ComponentChildren } from 'preact';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  children: ComponentChildren;
  /** Called in the click itself, so that a permission may be asked for in it. */
  onPress: (event: MouseEvent) => void;
  variant?: ButtonVariant;
  /** At work: keeps the focus, ignores presses. */
  busy?: boolean;
  /** The whole name, where the visible words alone do not tell what it is about. Must begin with those words. */
  label?: string | undefined;
  /** The default button of its form: Enter in a field presses it. */
  submits?: boolean;
  /** For a button that shows and hides something. */
  expanded?: boolean;
}

/** A button. Never `disabled`: what cannot be done yet says why when it is pressed. */
export function Button(props: ButtonProps) {
  const { children, onPress, variant = 'secondary', busy = false, label, submits = false, expanded } = props;
  const press = (event: MouseEvent): void => {
    if (submits) event.preventDefault(); // extension pages submit nothing: the press itself does the work
    if (!busy) onPress(event);
  };
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={`${styles.button} ${styles[variant]}`}
      onClick={press}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={label}
      aria-expanded={expanded}
    >
      {busy && <span class={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}
