import { Field } from './Field';

interface TextAreaProps {
  label: string;
  value: string;
  /** Called with the whole text at every change; absent for text that can only be read and copied. */
  onInput?: ((value: string) => void) | undefined;
  hint?: string | undefined;
  error?: string | null | undefined;
  rows?: number;
  onLeave?: (() => void) | undefined;
}

/** Several lines of text. */
export function TextArea({ label, value, onInput, hint, error, rows = 4, onLeave }: TextAreaProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(attributes) => (
        <textarea
          {...attributes}
          rows={rows}
          value={value}
          readOnly={onInput === undefined}
          onInput={(event) => onInput?.(event.currentTarget.value)}
          onBlur={() => onLeave?.()}
        />
      )}
    />
  );
}
