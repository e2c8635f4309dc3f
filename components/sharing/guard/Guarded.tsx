import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { applyEdit } from '../apply-edit';
import { FindingRow } from './FindingRow';
import { GuardMarks } from './GuardMarks';
import styles from './guard.module.css';
import { type Guarding, useGuard } from './guard-scope';
import { type Mark, marksIn, nearestOpen } from './marks';
import { controlIn, isMaskKey } from './mask-in-field';

interface GuardedProps {
  field: 'title' | 'did' | 'why' | 'tip';
  /** One field with text. */
  children: ComponentChildren;
}

/** A field whose text is looked at: what is found is lit up in it and listed under it. Alt+M masks the nearest. */
export function Guarded({ field, children }: GuardedProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const guard = useGuard();
  const box = useRef<HTMLDivElement>(null);
  const findings = (guard?.findings ?? []).filter((finding) => finding.field === field);
  const text = guard?.practice[field] ?? '';
  const marks = marksIn(text, findings);
  const mask = ({ finding }: Mark): void => {
    const control = controlIn(box.current);
    const [mark] = control === null ? [] : marksIn(control.value, [finding]);
    if (control === null || mark === undefined) return;
    const { start: from, end: to } = mark;
    const caret = from + finding.mask.length;
    applyEdit(control, { from, to, insert: finding.mask, select: [caret, caret] });
    announce(t('guard.masked', { kind: t(`guard.kind-${finding.kind}`) }));
  };
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  onKey.current = (event) => {
    const control = controlIn(box.current);
    if (event.target !== control || control === null || !isMaskKey(event)) return;
    const mark = nearestOpen(marks, control.selectionStart ?? 0);
    if (mark === null) return;
    event.preventDefault();
    mask(mark);
  };
  useEffect(() => {
    const life = new AbortController();
    box.current?.addEventListener('keydown', (event) => onKey.current(event), { signal: life.signal });
    return () => life.abort();
  }, []);
  const saysKey = marks.length > 0 && guard !== null && firstOpen(guard) === field;
  return (
    <div class={styles.guarded} ref={box}>
      {marks.length > 0 && <GuardMarks text={text} marks={marks} box={box} />}
      {children}
      {marks.length > 0 && (
        <ul class={styles.list} aria-label={t('guard.list')}>
          {marks.map((mark) => (
            <FindingRow
              key={`${mark.finding.kind} ${mark.finding.text}`}
              finding={mark.finding}
              remedy="mask"
              onRemedy={() => mask(mark)}
            />
          ))}
        </ul>
      )}
      {saysKey && <p class={styles.key}>{t('guard.key')}</p>}
    </div>
  );
}

/** The topmost field in which something waits for an answer: the key is told of once, there. */
function firstOpen({ practice, findings }: Guarding): string | undefined {
  const open = findings.filter(({ reason }) => reason === null);
  return ON_SCREEN.find((field) =>
    open.some((finding) => finding.field === field && practice[field].includes(finding.text)),
  );
}

const ON_SCREEN = ['did', 'why', 'tip', 'title'] as const;
