import type { RefObject } from 'preact';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Text } from '@/utils/language';
import styles from './SendBar.module.css';
import type { SavingState } from './saving';
import { UndoLine } from './UndoLine';
import type { SendState, useSend } from './use-send';
import { useSendKey } from './use-send-key';
import type { Undo } from './use-undo';
import type { Readiness } from './visibility';

interface SendBarProps {
  /** What the button does, with community, place and audience. */
  label: string;
  saving: SavingState;
  readiness: Readiness;
  send: ReturnType<typeof useSend>;
  /** What has to be in plain sight. */
  sight: RefObject<HTMLDivElement | null>;
  undo: Undo | null;
}

/** Send, always in view, and beside it whether what was typed is on disk. */
export function SendBar({ label, saving, readiness, send: sending, sight, undo }: SendBarProps) {
  const { t } = useText();
  const { state: send, press, confirm } = sending;
  const outside = readiness === 'own-window';
  useSendKey(press, send.kind === 'sending');
  return (
    <div class={styles.bar}>
      <UndoLine undo={undo} />
      <div role="status" class={styles.hint}>
        {hintOf(t, send, readiness)}
      </div>
      {send.kind === 'failed' && <ProblemNotice problem={send.problem} />}
      <div class={styles.buttons} ref={sight}>
        {send.kind === 'confirm' && !outside && (
          <Button variant="danger" onPress={confirm}>
            {t('sidebar.confirm-public-yes')}
          </Button>
        )}
        <Button variant="primary" busy={send.kind === 'sending'} onPress={press}>
          {outside ? t('sidebar.own-window') : label}
        </Button>
      </div>
      <div class={styles.foot}>
        <p class={saving === 'not-saved' ? styles.notSaved : ''}>{t(`sidebar.${saving}`)}</p>
        <p>{t('sidebar.send-key')}</p>
      </div>
    </div>
  );
}

function hintOf(t: Text, { kind }: SendState, readiness: Readiness): string | null {
  if (readiness === 'own-window') return t('sidebar.own-window-why');
  if (kind === 'too-early') return readiness === 'ready' ? t('sidebar.now') : t('sidebar.too-early');
  if (kind === 'placeless') return t('sidebar.place-missing');
  if (kind === 'guarded') return t('guard.open');
  if (kind === 'confirm') return t('sidebar.confirm-public');
  return kind === 'incomplete' ? t('sidebar.incomplete') : null;
}
