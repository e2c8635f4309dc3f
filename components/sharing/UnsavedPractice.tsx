import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Notice } from '@/components/ui/Notice';
import { describeTrouble } from '@/components/ui/trouble';
import type { Problem } from '@/utils/messaging/contract';
import type { DraftView } from '@/utils/messaging/views';
import head from './ComposerHead.module.css';
import styles from './PracticeComposer.module.css';
import { PracticeFields } from './PracticeFields';
import type { PageTools } from './page-tools';
import { RescueButtons } from './SaveTrouble';
import { useUnsaved } from './use-unsaved';

interface UnsavedPracticeProps {
  draftId: string | null;
  problem: Problem;
  tools: PageTools;
  onSaved: (view: DraftView) => void;
}

/** Somewhere to write while nothing can be kept, and says so; goes over into a draft as soon as one can be kept. */
export function UnsavedPractice({ draftId, problem: first, tools, onSaved }: UnsavedPracticeProps) {
  const { t, language } = useText();
  const form = useRef<HTMLDivElement>(null);
  const { practice, problem, change } = useUnsaved({ draftId, problem: first, language, onSaved });
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  return (
    <main class={styles.composer}>
      <header class={head.head}>
        <h1 class={head.title}>{t('sidebar.title')}</h1>
      </header>
      <Notice tone="error">
        <p>{describeTrouble(t, problem)}</p>
        <p>{t('sidebar.unsaved')}</p>
        <RescueButtons practice={practice} tools={tools} />
      </Notice>
      <div class={styles.fields} ref={form}>
        <PracticeFields practice={practice} problems={[]} onChange={change} />
      </div>
    </main>
  );
}
