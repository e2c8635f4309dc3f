import { useId } from 'preact/hooks';
import styles from './Choices.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  legend: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

/** One choice out of a few that deserve a sentence each. */
export function Choices<Value extends string>({ legend, value, choices, onChange }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.choices}>
        {choices.map((choice) => (
          <label class={styles.choice} key={choice.value}>
            <input
              class={styles.input}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-labelledby={`${name}-${choice.value}`}
              aria-describedby={choice.hint === undefined ? undefined : `${name}-${choice.value}-hint`}
              onChange={() => onChange(choice.value)}
            />
            <span id={`${name}-${choice.value}`}>{choice.label}</span>
            {choice.hint !== undefined && (
              <span class={styles.hint} id={`${name}-${choice.value}-hint`}>
                {choice.hint}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
