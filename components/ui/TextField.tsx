import { type ControlAttributes, Field } from './Field';

interface TextFieldProps {
  label: string;
  value: string;
  /** Called with the whole text at every change. */
  onInput: (value: string) => void;
  hint?: string | undefined;
  error?: string | null | undefined;
  /** `secret` is not shown, not remembered and not spell-checked (a spelling service could read it). */
  kind?: 'text' | 'address' | 'secret';
  onLeave?: (() => void) | undefined;
}

/** One line of text. */
export function TextField({ label, value, onInput, hint, error, kind = 'text', onLeave }: TextFieldProps) {
  const input = (attributes: ControlAttributes) => {
    const common = {
      ...attributes,
      value,
      autoComplete: 'off',
      spellcheck: kind === 'text',
      onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
      onBlur: () => onLeave?.(),
    };
    if (kind === 'secret') return <input {...common} type="password" />;
    return <input {...common} type="text" inputMode={kind === 'address' ? 'url' : 'text'} />;
  };
  return <Field label={label} hint={hint} error={error} control={input} />;
}
