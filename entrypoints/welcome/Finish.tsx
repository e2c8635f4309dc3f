import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import type { Attempt } from '@/components/ui/trouble';

/** The end of the welcome; from here on Deelgenoot waits in the toolbar. */
export function Finish({ onFinish }: { onFinish: Attempt }) {
  const { t } = useText();
  const [finished, setFinished] = useState(false);
  const finish: Attempt = async () => {
    const trouble = await onFinish();
    setFinished(trouble === null);
    return trouble;
  };
  return (
    <>
      <p>{t('welcome.done-lead')}</p>
      {finished ? (
        <Notice tone="success">{t('welcome.finished')}</Notice>
      ) : (
        <ActionButton variant="primary" attempt={finish}>
          {t('welcome.done')}
        </ActionButton>
      )}
      <p>{t('welcome.done-invite')}</p>
      <p>
        <Link href="/options.html">{t('welcome.settings')}</Link>
      </p>
    </>
  );
}
