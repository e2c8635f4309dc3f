import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useSettled } from '@/components/hooks/use-settled';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PlainText } from '@/components/ui/PlainText';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import styles from './Rehearsal.module.css';
import { following, STAGES, type Stage } from './stages';

const LOOK_AFTER_MS = 300;

/** A first practice that nobody reads: written, guarded, sent along the real stages, and erased in front of one's eyes. */
export function Rehearsal({ onErased }: { onErased: () => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [stage, setStage] = useState<Stage>('draft');
  const [problem, setProblem] = useState<Trouble | null>(null);
  const [trouble, setTrouble] = useState<'empty' | 'open' | null>(null);
  const looked = useSettled(text, LOOK_AFTER_MS);
  const { value } = useAsk('rehearsal:look', looked === '' ? null : { text: looked });
  const found = value?.text === text ? value.found : [];

  useEffect(() => {
    const next = following(stage);
    if (next === null) return;
    const timer = setTimeout(() => {
      setStage(next.stage);
      if (next.stage !== 'erased') return;
      setText('');
      onErased();
    }, next.afterMs);
    return () => clearTimeout(timer);
  }, [stage]);

  const type = (typed: string): void => {
    setText(typed);
    setTrouble(null);
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setTrouble('empty');
    // Whoever is quicker than the look at what they typed is looked at now.
    const looked = await ask('rehearsal:look', { text });
    setProblem(looked.ok ? null : looked.error);
    if (!looked.ok) return;
    if (looked.value.found.length > 0) setTrouble('open');
    else setStage('waiting');
  };
  return (
    <div class={styles.rehearsal}>
      <Stages stage={stage} />
      {stage === 'draft' && (
        <>
          <TextArea
            label={t('rehearsal.question')}
            hint={t('rehearsal.hint')}
            value={text}
            onInput={type}
            error={trouble === 'empty' ? t('rehearsal.empty') : null}
          />
          {found.map(({ kind, text: number }) => (
            <Notice key={`${kind} ${number}`} tone="warning">
              {t('guard.found', { kind: t(`guard.kind-${kind}`), text: number })}
            </Notice>
          ))}
          {found.length > 0 && <p>{t('rehearsal.found')}</p>}
          <div class={styles.ways}>
            {found.length > 0 && (
              <Button variant="primary" onPress={() => type(value?.masked ?? text)}>
                {t('guard.mask')}
              </Button>
            )}
            {text === '' && (
              <Button onPress={() => type(t('rehearsal.example'))}>{t('rehearsal.fill')}</Button>
            )}
            <Button variant={found.length > 0 ? 'secondary' : 'primary'} onPress={() => void send()}>
              {t('rehearsal.send')}
            </Button>
          </div>
        </>
      )}
      {stage !== 'draft' && stage !== 'erased' && (
        <div class={stage === 'delivered' ? styles.fading : ''}>
          <PlainText label={t('rehearsal.text')}>{text}</PlainText>
        </div>
      )}
      <ProblemNotice problem={problem} />
      <div role="status">
        {stage === 'erased' && <Notice silent>{t('rehearsal.erased')}</Notice>}
        {trouble === 'open' && <Notice silent>{t('guard.open')}</Notice>}
      </div>
      {stage === 'erased' && (
        <div>
          <Button onPress={() => setStage('draft')}>{t('rehearsal.again')}</Button>
        </div>
      )}
    </div>
  );
}

/** The way of every practice, and how far this one is. */
function Stages({ stage }: { stage: Stage }) {
  const { t } = useText();
  return (
    <ol class={styles.stages} aria-label={t('rehearsal.stages')}>
      {STAGES.map((one) => (
        <li
          key={one}
          class={`${styles.stage} ${STAGES.indexOf(one) <= STAGES.indexOf(stage) ? styles.reached : ''}`}
          aria-current={one === stage ? 'step' : undefined}
        >
          {t(`rehearsal.stage-${one}`)}
        </li>
      ))}
    </ol>
  );
}
