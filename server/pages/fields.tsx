/** @jsxImportSource hono/jsx */

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly chosen: number;
}

export function Select({ name, label, options, chosen }: SelectProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CopyFieldProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  /** Of the text, where it is not the page's. */
  readonly lang?: string;
  readonly hint?: string;
}

/** Text to take along. A field of its own, because all of it can be chosen with two keys, and our pages run no script. */
export function CopyField({ name, label, text, rows, lang, hint }: CopyFieldProps) {
  const describedBy = hint === undefined ? {} : { 'aria-describedby': `${name}-hint` };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea id={name} rows={rows} lang={lang} spellcheck={false} readonly {...describedBy}>
        {text}
      </textarea>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
