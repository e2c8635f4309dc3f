import { Field } from './Field';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  hint?: string | undefined;
  error?: string | null | undefined;
}

/** One choice out of many, as the browser's own list. */
export function Select({ label, value, options, onChange, hint, error }: SelectProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
