import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { NeverRule } from '@/utils/settings/settings';
import { hostOf } from './host';
import styles from './rows.module.css';

interface NeverListProps {
  rules: readonly NeverRule[];
  onForget: (rule: NeverRule) => Promise<Trouble | null>;
}

/** What the person never wants to be asked about, each with the way back. */
export function NeverList({ rules, onForget }: NeverListProps) {
  const { t } = useText();
  if (rules.length === 0) return <p>{t('options.no-never')}</p>;
  return (
    <ul class={styles.rows}>
      {rules.map((rule) => {
        const site = hostOf(rule.site);
        const words =
          rule.verb === null
            ? t('options.never-site', { site })
            : t('options.never-verb', { verb: t(`options.verbs.${rule.verb}`), site });
        return (
          <li key={`${rule.site} ${rule.verb}`} class={styles.row}>
            <p class={styles.words}>{words}</p>
            <ActionButton
              attempt={() => onForget(rule)}
              done={t('options.forgotten')}
              label={t('options.forget-label', { rule: words })}
            >
              {t('options.forget')}
            </ActionButton>
          </li>
        );
      })}
    </ul>
  );
}
