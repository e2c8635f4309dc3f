import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import type { Trouble } from '@/components/ui/trouble';
import type { AskingView } from '@/utils/messaging/asking-views';
import { AskingDays } from './AskingDays';
import { AskingOften } from './AskingOften';
import { AskingTimes } from './AskingTimes';
import styles from './asking.module.css';
import { DaysOff } from './DaysOff';
import { InForce } from './InForce';
import { SaveState } from './SaveState';
import { type AskingChosen, type AskingEdit, useAsking } from './use-asking';
import { countryName } from './words';

interface AskingChoicesProps {
  asking: AskingView;
  /** Epoch ms. */
  now: number;
  onSave: (chosen: AskingChosen) => Promise<Trouble | null>;
}

/** How often and when Deelgenoot may ask. Each change is saved at once; what the organisation narrows stays narrow. */
export function AskingChoices({ asking, now, onSave }: AskingChoicesProps) {
  const { t } = useText();
  const edit = useAsking(asking, onSave);
  const { allowed } = asking;
  const { hours } = edit.chosen;
  return (
    <>
      <AskingOften edit={edit} allowed={allowed} />
      <AskingDays edit={edit} allowed={allowed} />
      <AskingTimes edit={edit} allowed={allowed} />
      <HolidaysChoice edit={edit} allowed={allowed} />
      <InForce asking={asking} />
      <Section title={t('asking.leave')} size="sub" items={hours.daysOff.length}>
        <DaysOff edit={edit} allowed={allowed} now={now} />
      </Section>
    </>
  );
}

const COUNTRIES = ['be', 'nl', 'lu', 'fr', 'de'] as const;
const NO_COUNTRY = '';

function HolidaysChoice({ edit, allowed }: { edit: AskingEdit; allowed: AskingView['allowed'] }) {
  const { t, language } = useText();
  const { holidays } = edit.chosen.hours;
  const also = allowed.holidays ?? null;
  const choose = (value: string): void => {
    const country = COUNTRIES.find((one) => one === value) ?? null;
    edit.changeHours('holidays', { holidays: country });
  };
  return (
    <div class={styles.group}>
      <Select
        label={t('asking.holidays')}
        hint={t('asking.holidays-hint')}
        value={holidays ?? NO_COUNTRY}
        onChange={choose}
        options={[
          ...COUNTRIES.map((country) => ({ value: country, label: countryName(country, language) })),
          { value: NO_COUNTRY, label: t('asking.holidays-none') },
        ]}
      />
      {also !== null && also !== holidays && (
        <p class={styles.narrowed}>
          {t('asking.holidays-narrowed', { country: countryName(also, language) })}
        </p>
      )}
      <SaveState state={edit.stateOf('holidays')} />
    </div>
  );
}
