import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { Link } from '@/components/ui/Link';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { GuidePractice } from '@/utils/messaging/guide-views';
import styles from './PracticesToRead.module.css';

const EXAMPLES = ['1', '2', '3'] as const;

/** What others shared; where too little was read yet, examples that say they are. Never an empty page. */
export function PracticesToRead() {
  const { t } = useText();
  const { value, problem } = useAsk('guide:practices', {});
  if (value === null) return <ProblemNotice problem={problem} />;
  const { practices } = value;
  if (practices.length === EXAMPLES.length)
    return (
      <ul class={styles.list} aria-label={t('welcome.practices')}>
        {practices.map((practice) => (
          <Real key={practice.id} practice={practice} />
        ))}
      </ul>
    );
  return (
    <>
      <p>{t('welcome.examples-lead')}</p>
      <ul class={styles.list} aria-label={t('welcome.examples')}>
        {practices.map((practice) => (
          <Real key={practice.id} practice={practice} />
        ))}
        {EXAMPLES.slice(practices.length).map((example) => (
          <li class={styles.practice} key={example}>
            <h3 class={styles.title}>{t(`welcome.example-${example}-title`)}</h3>
            <p>{t(`welcome.example-${example}-did`)}</p>
            <p class={styles.from}>{t('welcome.example')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Real({ practice: { title, did, authorName, url, thanks } }: { practice: GuidePractice }) {
  const { t } = useText();
  return (
    <li class={styles.practice}>
      <h3 class={styles.title} dir="auto">
        <Link href={url}>{title}</Link>
      </h3>
      <p class={styles.did} dir="auto">
        {did}
      </p>
      <p class={styles.from}>
        {authorName}
        {thanks > 0 && ` · ${t('welcome.thanks', { count: thanks })}`}
      </p>
    </li>
  );
}
