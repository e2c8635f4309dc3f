import { useText } from '@/components/hooks/text';
import styles from './Promises.module.css';

const DOES = ['does-1', 'does-2', 'does-3'] as const;
const NEVER = ['never-1', 'never-2', 'never-3', 'never-4', 'never-5'] as const;

/** What Deelgenoot does and what it never does, side by side. */
export function Promises() {
  const { t } = useText();
  return (
    <div class={styles.columns}>
      <section class={styles.card}>
        <h2 class={styles.title}>{t('welcome.does')}</h2>
        <ul class={styles.items}>
          {DOES.map((key) => (
            <li key={key} class={styles.item}>
              <Sign path="M4 10.5l4 4 8-9" />
              {t(`welcome.${key}`)}
            </li>
          ))}
        </ul>
      </section>
      <section class={styles.card}>
        <h2 class={styles.title}>{t('welcome.never')}</h2>
        <ul class={styles.items}>
          {NEVER.map((key) => (
            <li key={key} class={styles.item}>
              <Sign path="M5 5l10 10M15 5L5 15" not />
              {t(`welcome.${key}`)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The heading above says the same in words, so nobody misses it who cannot see it. */
function Sign({ path, not = false }: { path: string; not?: boolean }) {
  return (
    <svg class={`${styles.sign} ${not ? styles.not : ''}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
