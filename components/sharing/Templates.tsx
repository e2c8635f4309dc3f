import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import type { DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { fillEmpty } from './fill-empty';
import styles from './Templates.module.css';
import type { ChangePractice } from './undo';

interface TemplatesProps {
  practice: Practice;
  templates: DraftView['templates'];
  onChange: ChangePractice;
  /** One was taken: the writing goes on in the field that it began. */
  onTaken: () => void;
}

const AT_MOST = 4;

/** Beginnings to choose from, as long as nothing was told yet. */
export function Templates({ practice, templates, onChange, onTaken }: TemplatesProps) {
  const { t } = useText();
  if (templates.length === 0 || practice.did.trim() !== '') return null;
  return (
    <fieldset class={styles.templates}>
      <legend class={styles.legend}>{t('sidebar.templates')}</legend>
      {templates.slice(0, AT_MOST).map((template) => (
        <Button
          key={template.name}
          onPress={() => {
            onChange(fillEmpty(practice, template), t('sidebar.template-taken', { name: template.name }));
            onTaken();
          }}
        >
          {template.name}
        </Button>
      ))}
    </fieldset>
  );
}
