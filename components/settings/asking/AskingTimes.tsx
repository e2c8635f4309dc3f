import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { TimeField } from '@/components/ui/TimeField';
import type { Text } from '@/utils/language';
import type { AskingView } from '@/utils/messaging/asking-views';
import styles from './asking.module.css';
import { SaveState } from './SaveState';
import type { AskingEdit } from './use-asking';
import { clockOf, minutesOf } from './words';

/** Between which hours one may be asked. What is no span is told, and not saved. */
export function AskingTimes({ edit, allowed }: { edit: AskingEdit; allowed: AskingView['allowed'] }) {
  const { t } = useText();
  const { from, to } = edit.chosen.hours;
  const [typed, setTyped] = useState<Typed | null>(null);
  const isOfNow = typed?.from === from && typed.to === to;
  const clocks = isOfNow ? typed.clocks : { from: clockOf(from), to: clockOf(to) };
  const write = (part: Partial<Clocks>): void => {
    const next = { ...clocks, ...part };
    const span = spanOf(next);
    setTyped({ ...(span ?? { from, to }), clocks: next });
    if (span !== null) edit.changeHours('times', span);
  };
  const narrows = allowed.from !== undefined || allowed.to !== undefined;
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{t('asking.times')}</legend>
      <div class={`${styles.row} ${styles.times}`}>
        <TimeField
          label={t('asking.from')}
          value={clocks.from}
          onInput={(clock) => write({ from: clock })}
          error={clocks.from === '' ? t('asking.time-missing') : null}
        />
        <TimeField
          label={t('asking.to')}
          value={clocks.to}
          onInput={(clock) => write({ to: clock })}
          error={mistakeIn(t, clocks)}
        />
      </div>
      {narrows && (
        <p class={styles.narrowed}>
          {t('asking.times-narrowed', {
            from: clockOf(allowed.from ?? 0),
            to: clockOf(allowed.to ?? Number.POSITIVE_INFINITY),
          })}
        </p>
      )}
      <SaveState state={spanOf(clocks) === null ? { kind: 'idle' } : edit.stateOf('times')} />
    </fieldset>
  );
}

interface Clocks {
  readonly from: string;
  readonly to: string;
}

/** What stands in the fields, and the span (minutes after midnight) beside which it was typed. */
interface Typed {
  readonly clocks: Clocks;
  readonly from: number;
  readonly to: number;
}

function spanOf(clocks: Clocks): { readonly from: number; readonly to: number } | null {
  const from = minutesOf(clocks.from);
  const to = minutesOf(clocks.to);
  return from !== null && to !== null && from < to ? { from, to } : null;
}

function mistakeIn(t: Text, clocks: Clocks): string | null {
  if (clocks.to === '') return t('asking.time-missing');
  if (clocks.from === '' || spanOf(clocks) !== null) return null;
  return t('asking.time-order', { from: clocks.from });
}
