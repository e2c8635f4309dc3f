import { useText } from '@/components/hooks/text';
import type { Text } from '@/utils/language';
import type { DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { CallLine } from './CallLine';
import styles from './ComposerHead.module.css';
import { KindChoice } from './KindChoice';
import { mayChangeKind, shapeOf } from './shape';

interface ComposerHeadProps {
  view: DraftView;
  practice: Practice;
  onKind: (kind: Practice['kind']) => void;
}

/** What is being written, and for a new post whether it tells or asks. */
export function ComposerHead({ view, practice, onKind }: ComposerHeadProps) {
  const { t } = useText();
  const { draft } = view;
  return (
    <header class={styles.head}>
      <h1 class={styles.title}>{titleOf(t, draft, practice)}</h1>
      {mayChangeKind(draft, practice) && <KindChoice kind={practice.kind} onChange={onKind} />}
      <p class={styles.intro}>{introOf(t, draft, practice)}</p>
      <CallLine call={view.call} />
    </header>
  );
}

const TITLES = {
  practice: 'sidebar.title',
  question: 'sidebar.title-question',
  answer: 'sidebar.title-answer',
  reuse: 'sidebar.title-reuse',
  conclusion: 'sidebar.title-conclusion',
} as const;

function titleOf(t: Text, { corrects }: DraftView['draft'], practice: Practice): string {
  return t(corrects === null ? TITLES[shapeOf(practice)] : 'sidebar.correct-title');
}

function introOf(t: Text, draft: DraftView['draft'], practice: Practice): string {
  const { corrects, answers, concludes } = draft;
  const shape = shapeOf(practice);
  if (corrects !== null) return t('sidebar.correct-intro');
  if (concludes !== undefined) return t('sidebar.intro-conclusion', { title: concludes.title });
  if (answers === null) return t(shape === 'question' ? 'sidebar.intro-question' : 'sidebar.intro');
  if (shape === 'reuse') return t('sidebar.intro-reuse', { title: answers.title });
  return t(shape === 'answer' ? 'sidebar.intro-answer' : 'sidebar.answer-intro', { title: answers.title });
}
