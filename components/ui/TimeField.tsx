import { Field } from './Field';

interface TimeFieldProps {
  label: string;
  /** As the browser has it: HH:MM or YYYY-MM-DD, empty while it is not whole. */
  value: string;
  onInput: (value: string) => void;
  kind?: 'time' | 'date';
  hint?: string | undefined;
  error?: string | null | undefined;
}

/** A time of day or a day, in the browser's own field. */
export function TimeField({ label, value, onInput, kind = 'time', hint, error }: TimeFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(attributes) => (
        <input
          {...attributes}
          type={kind}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}
