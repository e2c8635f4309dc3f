import { useCallback, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Choices } from '@/components/ui/Choices';
import { Notice } from '@/components/ui/Notice';
import type { Trouble } from '@/components/ui/trouble';
import type { LessonCandidate, ProposedLesson } from '@/utils/messaging/lesson-views';
import { hostOf } from '../host';
import { LessonRecipe } from './LessonRecipe';
import { LessonSeen } from './LessonSeen';
import { LessonVerdict } from './LessonVerdict';
import { LessonWords } from './LessonWords';
import styles from './lesson.module.css';
import { asText, fileName, withTitle } from './recipe-text';
import { TitleSource } from './TitleSource';
import { type Checked, useChecked } from './use-checked';

export interface LessonActions {
  readonly check: (text: string, candidate: number) => Promise<Checked>;
  readonly keep: (text: string) => Promise<Trouble | null>;
  readonly save: (name: string, text: string) => Promise<Trouble | null>;
  readonly stop: () => Promise<Trouble | null>;
}

interface LessonResultProps {
  lesson: ProposedLesson;
  actions: LessonActions;
}

/** What came of a lesson: what was seen, and the recipe to use, to change, to pass on or to throw away. */
export function LessonResult({ lesson: { origin, proposal }, actions }: LessonResultProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState(0);
  const candidate = proposal.candidates[chosen];
  return (
    <div class={styles.part}>
      {proposal.reason !== null && (
        <Notice tone="warning" silent>
          {t(`lesson.reason-${proposal.reason}`)}
        </Notice>
      )}
      {proposal.candidates.length > 1 && (
        <Choices
          legend={t('lesson.which')}
          value={String(chosen)}
          choices={proposal.candidates.map(({ seen }, index) => ({
            value: String(index),
            label: `${seen.method} ${seen.path}`,
            hint: index === 0 ? t('lesson.likely') : t(`lesson.kind-${seen.type}`),
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      {candidate !== undefined && (
        <Proposed key={chosen} {...{ candidate, origin, actions }} index={chosen} />
      )}
      {proposal.others > 0 && <p>{t('lesson.others', { count: proposal.others })}</p>}
      <ActionButton variant="quiet" attempt={actions.stop} done={t('lesson.stopped')}>
        {t('lesson.throw-away')}
      </ActionButton>
    </div>
  );
}

interface ProposedProps {
  candidate: LessonCandidate;
  index: number;
  origin: string;
  actions: LessonActions;
}

function Proposed({ candidate, index, origin, actions }: ProposedProps) {
  const { t } = useText();
  const { seen, titles, constants, recipe, fixtures } = candidate;
  const [text, setText] = useState(() => asText(recipe));
  const [title, setTitle] = useState(titles[0] ?? '$title');
  const [agreed, setAgreed] = useState(constants.length === 0);
  const check = useCallback((changed: string) => actions.check(changed, index), [actions, index]);
  const checked = useChecked(text, check);
  const choose = (source: string): void => {
    setTitle(source);
    setText(withTitle(text, source));
  };
  /** A word may leave this page only once somebody looked at it. */
  const ifAgreed = (act: () => Promise<Trouble | null>) => async () =>
    agreed ? act() : ({ code: 'words-unchecked' } as const);
  return (
    <>
      <LessonVerdict checked={checked} />
      <LessonSeen seen={seen} />
      <TitleSource sources={titles} chosen={title} onChoose={choose} />
      <LessonWords words={constants} agreed={agreed} onAgree={setAgreed} />
      <LessonRecipe text={text} checked={checked} onInput={setText} />
      <div class={styles.actions}>
        <ActionButton
          variant="primary"
          attempt={ifAgreed(() => actions.keep(text))}
          done={t('lesson.kept', { site: hostOf(origin) })}
        >
          {t('lesson.keep', { site: hostOf(origin) })}
        </ActionButton>
        <ActionButton
          attempt={ifAgreed(() => actions.save(fileName(text, ''), text))}
          done={t('lesson.exported')}
        >
          {t('lesson.export')}
        </ActionButton>
        <ActionButton
          attempt={ifAgreed(() => actions.save(fileName(text, '-test'), asText(fixtures)))}
          done={t('lesson.exported')}
        >
          {t('lesson.export-test')}
        </ActionButton>
      </div>
      <p class={styles.detail}>{t('lesson.export-hint')}</p>
    </>
  );
}
