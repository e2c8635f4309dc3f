import { useText } from '@/components/hooks/text';
import { TextField } from '@/components/ui/TextField';
import type { Text } from '@/utils/language';
import type { CommunityView, PracticeProblem } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { Guarded } from './guard/Guarded';
import { LongField } from './LongField';
import { isOneText, shapeOf } from './shape';
import { TitleField } from './TitleField';
import { TopicsField } from './TopicsField';
import type { ChangePractice } from './undo';

interface PracticeFieldsProps {
  practice: Practice;
  /** What keeps it from being sent; shown at the field. Empty until the person wanted to send. */
  problems: readonly PracticeProblem[];
  onChange: ChangePractice;
  /** The title that it has as long as nobody gives it one, and how long one may be where it goes. */
  titles?: { readonly proposed: string; readonly limits: CommunityView['titleLimits'] };
  suggestedTopics?: readonly string[];
  /** Titles of pages, which may hold names. */
  pageTitles?: readonly string[];
  formats?: boolean;
}

const NONE: readonly string[] = [];

/** What the person writes: one question first, then what may stay empty. */
export function PracticeFields(props: PracticeFieldsProps) {
  const { practice, problems, onChange, titles, suggestedTopics = NONE } = props;
  const { pageTitles = NONE, formats = true } = props;
  const { t } = useText();
  const shape = shapeOf(practice);
  const tooLong = problems.includes('too-long') ? t('sidebar.problem-too-long') : null;
  const did = {
    label: t(FIRST[shape].label),
    value: practice.did,
    onInput: (text: string) => onChange({ did: text }),
    error: problems.includes('did-missing') ? t(FIRST[shape].missing) : tooLong,
  };
  if (shape === 'reuse') {
    return (
      <Guarded field="did">
        <TextField {...did} />
      </Guarded>
    );
  }
  const optional = t('sidebar.optional');
  return (
    <>
      <Guarded field="did">
        <LongField {...did} formats={formats} />
      </Guarded>
      {!isOneText(shape) && (
        <Guarded field="why">
          <LongField
            label={t(WHY[shape])}
            optional={optional}
            value={practice.why}
            onInput={(why) => onChange({ why })}
            formats={formats}
          />
        </Guarded>
      )}
      {shape === 'practice' && (
        <Guarded field="tip">
          <LongField
            label={t('sidebar.field-tip')}
            optional={optional}
            value={practice.tip}
            onInput={(tip) => onChange({ tip })}
            formats={formats}
          />
        </Guarded>
      )}
      {!isOneText(shape) && (
        <>
          <Guarded field="title">
            <TitleField
              title={practice.title}
              proposed={titles?.proposed ?? ''}
              pageTitles={pageTitles}
              error={titleError(t, problems, titles?.limits ?? null)}
              onInput={(title) => onChange({ title })}
            />
          </Guarded>
          <TopicsField
            topics={practice.topics}
            suggested={suggestedTopics}
            onChange={(topics, said) => onChange({ topics }, said)}
            error={problems.includes('too-many-topics') ? t('sidebar.problem-too-many-topics') : null}
          />
        </>
      )}
    </>
  );
}

function titleError(
  t: Text,
  problems: readonly PracticeProblem[],
  limits: CommunityView['titleLimits'],
): string | null {
  const { least = 0, most = 0 } = limits ?? {};
  if (problems.includes('title-short')) return t('sidebar.problem-title-short', { least });
  return problems.includes('title-long') ? t('sidebar.problem-title-long', { most }) : null;
}

/** What the second one asks. */
const WHY = {
  practice: 'sidebar.field-why',
  question: 'sidebar.field-why-question',
  conclusion: 'sidebar.field-why-conclusion',
} as const;

/** What the first field asks, and what is said where it stays empty. */
const FIRST = {
  practice: { label: 'sidebar.field-did', missing: 'sidebar.problem-did-missing' },
  question: { label: 'sidebar.field-did-question', missing: 'sidebar.problem-did-missing-question' },
  answer: { label: 'sidebar.field-did-answer', missing: 'sidebar.problem-did-missing-answer' },
  reuse: { label: 'sidebar.field-did-reuse', missing: 'sidebar.problem-did-missing-reuse' },
  conclusion: { label: 'sidebar.field-did-conclusion', missing: 'sidebar.problem-did-missing-conclusion' },
} as const;
