import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { Trouble } from '@/components/ui/trouble';
import type { SiteRow } from '@/utils/messaging/site-views';
import { hostOf } from '../host';
import styles from './lesson.module.css';
import { TEACHABLE, type Teachable } from './verbs';

interface LessonStartProps {
  site: SiteRow;
  onStart: (system: string, verb: Teachable) => Promise<Trouble | null>;
  onClose: () => void;
}

/** Says what a lesson is and what is remembered of it, and asks which system and what will be shown. */
export function LessonStart({ site: { origin, system: known }, onStart, onClose }: LessonStartProps) {
  const { t } = useText();
  const [system, setSystem] = useState(known?.name ?? '');
  const [verb, setVerb] = useState<Teachable>('edit');
  const [missing, setMissing] = useState(false);
  const site = hostOf(origin);
  const start = async (): Promise<Trouble | null> => {
    const name = system.trim();
    setMissing(name === '');
    return name === '' ? null : onStart(name, verb);
  };
  return (
    <div class={styles.part}>
      <p>{t('lesson.lead', { site })}</p>
      <p class={styles.strong}>{t('lesson.promise')}</p>
      <p>{t('lesson.limits')}</p>
      {known !== null && <p>{t('lesson.known', { system: known.name })}</p>}
      <TextField
        label={t('lesson.system')}
        hint={t('lesson.system-hint')}
        value={system}
        onInput={setSystem}
        error={missing ? t('lesson.system-missing') : null}
      />
      <Select
        label={t('lesson.verb')}
        value={verb}
        options={TEACHABLE.map((value) => ({ value, label: t(`lesson.verbs.${value}`) }))}
        onChange={(value) => setVerb(TEACHABLE.find((each) => each === value) ?? 'edit')}
      />
      <div class={styles.actions}>
        <ActionButton variant="primary" attempt={start}>
          {t('lesson.begin', { site })}
        </ActionButton>
        <Button variant="quiet" onPress={onClose}>
          {t('lesson.not-now')}
        </Button>
      </div>
    </div>
  );
}
