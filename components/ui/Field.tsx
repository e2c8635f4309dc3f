import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Field.module.css';

/** What a control takes over from its field, so that label, hint and error belong to it. */
export interface ControlAttributes {
  readonly id: string;
  readonly class: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

export interface FieldProps {
  label: string;
  /** Said beside the label: that it may stay empty. */
  aside?: string | undefined;
  hint?: string | undefined;
  /** What is wrong with what stands in it; null or absent where nothing is. */
  error?: string | null | undefined;
  control: (attributes: ControlAttributes) => ComponentChild;
}

/** Label, hint and error around one control, tied together for people who listen. */
export function Field({ label, aside, hint, error, control }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error ? `${id}-error` : undefined;
  const asideId = aside === undefined ? undefined : `${id}-aside`;
  const describedBy = [asideId, hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div class={styles.field}>
      <div class={styles.head}>
        <label class={styles.label} for={id}>
          {label}
        </label>
        {aside !== undefined && (
          <span class={styles.hint} id={asideId}>
            {aside}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p class={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {control({
        id,
        class: styles.control ?? '',
        'aria-describedby': describedBy,
        'aria-invalid': errorId ? 'true' : undefined,
      })}
      {error && (
        <p class={styles.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
