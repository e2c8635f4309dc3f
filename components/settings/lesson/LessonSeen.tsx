import { useText } from '@/components/hooks/text';
import type { LessonCandidate } from '@/utils/messaging/lesson-views';
import styles from './lesson.module.css';

/** How the request looked: names and words of the system, no value of anybody's. */
export function LessonSeen({ seen }: { seen: LessonCandidate['seen'] }) {
  const { t } = useText();
  const { method, path, type, status, query, fields, headers, redirect } = seen;
  const rows = [
    [t('lesson.seen-request'), `${method} ${path}`],
    [t('lesson.seen-kind'), t(`lesson.kind-${type}`)],
    [t('lesson.seen-status'), status.join(', ')],
    [t('lesson.seen-query'), query.join(', ')],
    [t('lesson.seen-fields'), fields.join(', ')],
    [t('lesson.seen-redirect'), redirect ?? ''],
    [t('lesson.seen-headers'), headers.join(', ')],
  ] as const;
  return (
    <dl class={styles.seen}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
