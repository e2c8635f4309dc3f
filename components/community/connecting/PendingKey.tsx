import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import type { PendingKey as PendingKeyView } from '@/utils/messaging/sign-in-views';
import styles from './connecting.module.css';
import { PastePicture } from './PastePicture';
import type { Connecting } from './use-connecting';

interface PendingKeyProps {
  pending: PendingKeyView;
  onStep: Connecting['went'];
}

/** A key that the platform's page shows, to be pasted here. */
export function PendingKey({ pending: { id, title, page }, onStep }: PendingKeyProps) {
  const { t } = useText();
  const [pasted, setPasted] = useState('');
  const handOver = async (): Promise<Trouble | null> => {
    if (pasted.trim() === '') return { code: 'key-missing' };
    const step = await ask('community:sign-in-step', { id, pasted: pasted.trim() });
    if (step.ok) onStep(step.value);
    return step.ok ? null : step.error;
  };
  return (
    <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
      <figure class={styles.guide}>
        <PastePicture />
        <figcaption>
          <ol class={styles.steps}>
            <li>
              {t('connect.key-open', { title })} <Link href={page}>{t('connect.open')}</Link>
            </li>
            <li>{t('connect.key-copy')}</li>
            <li>{t('connect.key-paste')}</li>
          </ol>
        </figcaption>
      </figure>
      <TextArea label={t('connect.key')} value={pasted} onInput={setPasted} rows={4} />
      <ActionButton variant="primary" attempt={handOver} submits>
        {t('connect.start-pasted')}
      </ActionButton>
    </form>
  );
}
