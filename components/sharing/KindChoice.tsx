import { useId } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import type { Practice } from '@/utils/practice/practice';
import styles from './KindChoice.module.css';

interface KindChoiceProps {
  kind: Practice['kind'];
  onChange: (kind: Practice['kind']) => void;
}

/** Whether a new post tells or asks. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset class={styles.choice}>
      <legend class={styles.legend}>{t('sidebar.kind')}</legend>
      {([undefined, 'question'] as const).map((value) => (
        <label class={styles.option} key={value ?? 'practice'}>
          <input
            class={styles.input}
            type="radio"
            name={name}
            checked={kind === value}
            onChange={() => onChange(value)}
          />
          {t(`sidebar.kind-${value ?? 'practice'}`)}
        </label>
      ))}
    </fieldset>
  );
}
