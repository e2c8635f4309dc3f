import { useText } from '@/components/hooks/text';
import type { FindingView, GuardedField } from '@/utils/messaging/guard-views';
import type { Practice } from '@/utils/practice/practice';
import { FindingRow } from './FindingRow';
import styles from './guard.module.css';
import { useGuard } from './guard-scope';

interface GuardedRestProps {
  /** Those that have no field of text of their own. */
  fields: readonly Exclude<GuardedField, 'title' | 'did' | 'why' | 'tip'>[];
}

/** What was found in topics, descriptions, the link, or only in the whole as it is sent. */
export function GuardedRest({ fields }: GuardedRestProps) {
  const { t } = useText();
  const guard = useGuard();
  const findings = (guard?.findings ?? []).filter(({ field }) => fields.some((one) => one === field));
  if (guard === null || findings.length === 0) return null;
  return (
    <ul class={styles.list} aria-label={t('guard.list')}>
      {findings.map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          remedy={remedyOf(finding)}
          onRemedy={() => guard.change(without(guard.practice, finding))}
        />
      ))}
    </ul>
  );
}

function remedyOf({ field }: FindingView): 'mask' | 'remove' | null {
  if (field === 'pictures') return 'mask';
  return field === 'whole' ? null : 'remove';
}

/** A masked address leads nowhere, and a masked topic is none: those go whole. */
function without({ topics, pictures = [] }: Practice, finding: FindingView): Partial<Practice> {
  const { field, index, text, mask } = finding;
  if (field === 'link') return { link: null };
  if (field === 'topics')
    return { topics: topics.filter((topic, at) => at !== index || !topic.includes(text)) };
  if (field !== 'pictures') return {};
  const masked = pictures.map((picture, at) =>
    at === index ? { ...picture, description: picture.description.replace(text, () => mask) } : picture,
  );
  return { pictures: masked };
}
