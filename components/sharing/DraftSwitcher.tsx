import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { ActionButton } from '@/components/ui/ActionButton';
import { Disclosure } from '@/components/ui/Disclosure';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import styles from './DraftSwitcher.module.css';
import type { Writing } from './writing';

interface DraftSwitcherProps {
  writing: Writing;
  /** The one that stands here. */
  draftId: string;
  /** The draft to go on with; what stands here is on disk by then. */
  onDraft: (draftId: string) => void;
}

/** The other texts that somebody is writing: goes on with one of them, or begins anew. This one stays as it is. */
export function DraftSwitcher({ writing, draftId: here, onDraft }: DraftSwitcherProps) {
  const { t, language } = useText();
  const now = useNow(MINUTE_MS);
  const { value } = useAsk('drafts:list', {});
  const others = (value ?? []).filter(({ id }) => id !== here);
  if (others.length === 0) return null;
  const goTo = async (draftId: string | null): Promise<Trouble | null> => {
    if (!(await writing.flush())) return writing.read().problem;
    if (draftId !== null) return go(draftId);
    const made = await ask('draft:new', {});
    return made.ok ? go(made.value.draftId) : made.error;
  };
  const go = (draftId: string): null => {
    onDraft(draftId);
    return null;
  };
  return (
    <div class={styles.switcher}>
      <Disclosure title={t('sidebar.drafts', { count: others.length })}>
        <ul class={styles.list}>
          {others.map(({ id, title, updatedAt }) => (
            <li class={styles.draft} key={id}>
              <ActionButton variant="quiet" attempt={() => goTo(id)}>
                {title.trim() || t('popup.draft-untitled')}
              </ActionButton>
              <span class={styles.when}>{describeDistance(updatedAt, now, language)}</span>
            </li>
          ))}
        </ul>
        <ActionButton variant="quiet" attempt={() => goTo(null)}>
          {t('sidebar.drafts-new')}
        </ActionButton>
      </Disclosure>
    </div>
  );
}
