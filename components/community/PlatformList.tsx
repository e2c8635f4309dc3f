import { useText } from '@/components/hooks/text';
import rows from '@/components/settings/rows.module.css';
import { Disclosure } from '@/components/ui/Disclosure';
import type { PlatformView } from '@/utils/messaging/community-views';
import { describeEvidence } from './evidence';
import styles from './PlatformList.module.css';

/** The platforms that we speak to, each with what it was tried against. */
export function PlatformList({ platforms }: { platforms: readonly PlatformView[] }) {
  const { t } = useText();
  return (
    <Disclosure title={t('options.platforms')}>
      <p>{t('options.platforms-lead')}</p>
      {(['stream', 'page'] as const).map((kind) => {
        const ofKind = platforms.filter((platform) => platform.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind} class={styles.kind}>
            <p>{t(`options.platforms-${kind}`)}</p>
            <ul class={rows.rows} aria-label={t(`options.platforms-${kind}`)}>
              {ofKind.map(({ id, title, evidence }) => (
                <li key={id} class={rows.row}>
                  <div class={rows.words}>
                    <p class={rows.title}>{title}</p>
                    <p class={rows.detail}>{describeEvidence(evidence, t)}</p>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Disclosure>
  );
}
