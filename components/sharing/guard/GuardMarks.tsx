import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './guard.module.css';
import { type Mark, piecesOf } from './marks';
import { controlIn } from './mask-in-field';
import { mirror } from './mirror';

interface GuardMarksProps {
  text: string;
  marks: readonly Mark[];
  /** Around the field. */
  box: RefObject<HTMLElement | null>;
}

/** What was found, lit up behind the letters of the field: the same text, laid under it. */
export function GuardMarks({ text, marks, box }: GuardMarksProps) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const control = controlIn(box.current);
    if (control === null || layer.current === null) return;
    layer.current.dataset.lines = control instanceof HTMLTextAreaElement ? 'many' : 'one';
    return mirror(control, layer.current);
  }, [box]);
  return (
    <div class={styles.marks} ref={layer} aria-hidden="true">
      {piecesOf(text, marks).map(({ text: piece, mark }, index) =>
        mark === null ? (
          <span key={String(index)}>{piece}</span>
        ) : (
          <mark key={String(index)} class={mark.finding.reason === null ? styles.open : styles.left}>
            {piece}
          </mark>
        ),
      )}
      {'\u200b'}
    </div>
  );
}
