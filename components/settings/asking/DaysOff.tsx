import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { TimeField } from '@/components/ui/TimeField';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { AskingView } from '@/utils/messaging/asking-views';
import type { DayOff } from '@/utils/settings/asking';
import rows from '../rows.module.css';
import styles from './asking.module.css';
import { SaveState } from './SaveState';
import type { AskingEdit } from './use-asking';
import { dateOf, dayInWords, isSameLeave } from './words';

interface DaysOffProps {
  edit: AskingEdit;
  allowed: AskingView['allowed'];
  /** Epoch ms. */
  now: number;
}

/** Days on which the person does not work: days off of their own, and those that the organisation names. */
export function DaysOff({ edit, allowed, now }: DaysOffProps) {
  const { t } = useText();
  const { daysOff } = edit.chosen.hours;
  const save = (next: readonly DayOff[]): void => edit.changeHours('leave', { daysOff: [...next] });
  const coming = [...daysOff].sort((one, other) => (one.from < other.from ? -1 : 1));
  const theirs = (allowed.daysOff ?? []).filter(({ to }) => to >= dateOf(now));
  return (
    <div class={styles.list}>
      <p>{t('asking.leave-lead')}</p>
      {coming.length + theirs.length === 0 ? (
        <p class={styles.note}>{t('asking.leave-none')}</p>
      ) : (
        <ul class={rows.rows}>
          {coming.map((leave) => (
            <LeaveRow
              key={`${leave.from} ${leave.to}`}
              leave={leave}
              onRemove={() => save(daysOff.filter((one) => !isSameLeave(one, leave)))}
            />
          ))}
          {theirs.map((leave) => (
            <LeaveRow key={`their ${leave.from} ${leave.to}`} leave={leave} onRemove={null} />
          ))}
        </ul>
      )}
      <AddLeave
        now={now}
        onAdd={(leave) => save([...daysOff.filter((one) => !isSameLeave(one, leave)), leave])}
      />
      <SaveState state={edit.stateOf('leave')} />
    </div>
  );
}

function LeaveRow({ leave, onRemove }: { leave: DayOff; onRemove: (() => void) | null }) {
  const { t, language } = useText();
  const what = leaveInWords(t, leave, language);
  return (
    <li class={rows.row}>
      <p class={rows.words}>{what}</p>
      {onRemove === null ? (
        <span class={rows.detail}>{t('asking.of-organisation')}</span>
      ) : (
        <Button onPress={onRemove} label={t('asking.remove-label', { what })}>
          {t('asking.remove')}
        </Button>
      )}
    </li>
  );
}

function AddLeave({ now, onAdd }: { now: number; onAdd: (leave: DayOff) => void }) {
  const { t } = useText();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const last = to === '' ? from : to;
  const missing = from === '' ? t('asking.leave-missing') : null;
  const unlike = last < from ? t('asking.leave-order') : last < dateOf(now) ? t('asking.leave-over') : null;
  const wrong = missing === null ? unlike : null;
  const add = (): void => {
    setTried(true);
    if (missing !== null || wrong !== null) return;
    onAdd({ from, to: last });
    setFrom('');
    setTo('');
    setTried(false);
  };
  return (
    <form class={styles.form}>
      <div class={styles.row}>
        <TimeField
          kind="date"
          label={t('asking.leave-first')}
          value={from}
          onInput={setFrom}
          error={tried ? missing : null}
        />
        <TimeField
          kind="date"
          label={t('asking.leave-last')}
          value={to}
          onInput={setTo}
          error={tried ? wrong : null}
        />
      </div>
      <Button submits onPress={add}>
        {t('asking.leave-add')}
      </Button>
    </form>
  );
}

function leaveInWords(t: Text, { from, to }: DayOff, language: Language): string {
  if (from === to) return dayInWords(from, language);
  return t('asking.leave-period', { from: dayInWords(from, language), to: dayInWords(to, language) });
}
