import type { ComponentChildren } from 'preact';
import styles from './Checkbox.module.css';

interface CheckboxProps {
  children: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no to what its words say. */
export function Checkbox({ children, checked, onChange }: CheckboxProps) {
  return (
    <label class={styles.row}>
      <input
        class={styles.input}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
