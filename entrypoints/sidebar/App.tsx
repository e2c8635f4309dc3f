import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { DiscardedDraft } from '@/components/sharing/DiscardedDraft';
import { PracticeComposer } from '@/components/sharing/PracticeComposer';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { ask } from '@/utils/messaging/ask';
import type { DraftView, EntryView } from '@/utils/messaging/views';
import styles from './App.module.css';
import { nameDraft, type Opened } from './open-draft';
import { pageTools } from './page-tools';
import { SentEntry } from './SentEntry';

type Shown =
  | Exclude<Opened, { kind: 'nothing' }>
  | { readonly kind: 'moved-out' }
  | { readonly kind: 'discarded'; readonly draftId: string };

interface AppProps {
  opened: Exclude<Opened, { kind: 'nothing' }>;
}

/** The sidebar: writing, then how the Send goes. */
export function App({ opened }: AppProps) {
  const { t } = useText();
  const [shown, setShown] = useState<Shown>(opened);
  const onDraft = async (draftId: string): Promise<void> => {
    const draft = await ask('draft:open', { draftId });
    setShown(draft.ok ? writing(draft.value) : { kind: 'failed', problem: draft.error });
  };
  switch (shown.kind) {
    case 'writing':
      return (
        <PracticeComposer
          key={`${shown.view.draft.id}:${shown.view.draft.revision}`}
          view={shown.view}
          tools={pageTools}
          onSent={(entry) => setShown(sent(entry))}
          onDraft={(draftId, open) => (open ? void onDraft(draftId) : nameDraft(draftId))}
          onMovedOut={() => setShown({ kind: 'moved-out' })}
          onDiscarded={(draftId) => setShown({ kind: 'discarded', draftId })}
        />
      );
    case 'sent':
      return (
        <SentEntry
          first={shown.entry}
          tools={pageTools}
          framed={opened.kind === 'writing' && opened.view.framed}
          onDraft={(draftId) => void onDraft(draftId)}
        />
      );
    case 'failed':
      return (
        <main class={styles.page}>
          <h1 class={styles.title}>{t('sidebar.title')}</h1>
          <ProblemNotice problem={shown.problem} />
        </main>
      );
    case 'discarded':
      return <DiscardedDraft draftId={shown.draftId} onUndone={() => void onDraft(shown.draftId)} />;
    default:
      return <MovedOut />;
  }
}

function MovedOut() {
  const { t } = useText();
  return (
    <main class={styles.page}>
      <h1 class={styles.title}>{t('sidebar.moved-out')}</h1>
      <p>
        {t('sidebar.moved-out-text')} {t('sidebar.may-close')}
      </p>
    </main>
  );
}

function writing(view: DraftView): Shown {
  return { kind: 'writing', view };
}

function sent(entry: EntryView): Shown {
  return { kind: 'sent', entry };
}
